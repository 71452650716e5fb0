import ReaderStudies
import Testing

@Suite struct AnswerSheetTests {
    @Test func `withdrawing a lesion takes its answers with it`() {
        var sheet = AnswerSheet()
        sheet.apply(.addLesion("L1"))
        sheet.apply(.answer(ItemKey("L1", "side"), .value(.code("R"))))
        sheet.apply(.answer(ItemKey("exam", "image_quality"), .value(.code("4"))))

        sheet.apply(.withdrawLesion("L1"))

        #expect(sheet.lesions.isEmpty)
        #expect(sheet.answers.keys.sorted() == [ItemKey("exam", "image_quality")])
    }

    @Test func `a cleared answer is unanswered, not absent`() {
        var sheet = AnswerSheet()
        let key = ItemKey("R-IL-U", "erosion")
        sheet.apply(.answer(key, .value(.code("0"))))

        sheet.apply(.clear(key))

        #expect(sheet.answers[key] == nil)
    }
}
