import Instruments
import ReaderStudies
import Testing

@Suite struct ExpressionPropertyTests {
    private static let unknown: Set<String> = ["missing", "notAssessable", "skipped", "undefined"]

    @Test func `every expression with a type has a value for all answers`() throws {
        var random = RandomExpressions(seed: 1)
        for _ in 0..<500 {
            let value = try Probe.value(of: random.truth(4), random.answers())

            #expect(value == "yes" || value == "no" || Self.unknown.contains(value))
        }
    }

    @Test func `De Morgan's laws hold for unknown values too`() throws {
        var random = RandomExpressions(seed: 2)
        for _ in 0..<300 {
            let (left, right, answers) = (random.truth(2), random.truth(2), random.answers())

            let joined = try Probe.value(of: "not (\(left) and \(right))", answers)
            let split = try Probe.value(of: "not (\(left)) or not (\(right))", answers)

            #expect(joined == split, "\(left) ~ \(right)")
        }
    }

    @Test func `and, or and == do not care about order`() throws {
        var random = RandomExpressions(seed: 3)
        for _ in 0..<200 {
            let (left, right, answers) = (random.truth(2), random.truth(2), random.answers())
            for word in ["and", "or", "=="] {
                let forth = try Probe.value(of: "(\(left)) \(word) (\(right))", answers)
                let back = try Probe.value(of: "(\(right)) \(word) (\(left))", answers)

                #expect(forth == back, "\(left) \(word) \(right)")
            }
        }
    }

    @Test func `answering a missing question never changes what was already decided`() throws {
        var random = RandomExpressions(seed: 4)
        for _ in 0..<500 {
            let (expression, fewer, more) = (random.truth(3), random.answers(), random.answers())
            let before = try Probe.value(of: expression, fewer)

            let after = try Probe.value(of: expression, fewer.merging(more) { old, _ in old })

            #expect(before == "missing" || before == after, "\(expression)")
        }
    }

    @Test func `the value does not depend on the order in which answers were given`() throws {
        var random = RandomExpressions(seed: 5)
        for _ in 0..<100 {
            let (expression, answers) = (random.truth(3), random.answers())
            var sheet = AnswerSheet()
            for key in answers.keys.sorted(by: >) {
                sheet.apply(.clear(JointForm.key(key)))
                if let answer = answers[key] { sheet.apply(.answer(JointForm.key(key), answer)) }
            }

            let form = Form(try Probe.instrument(expression), shows: [], sheet: sheet)

            let keyed = Dictionary(uniqueKeysWithValues: answers.map { (JointForm.key($0), $1) })
            let direct = Form(
                try Probe.instrument(expression), shows: [], sheet: AnswerSheet(answers: keyed))
            #expect(form.derived(for: .analysis) == direct.derived(for: .analysis))
        }
    }

    @Test func `rubbish is refused with a place inside it, or means something`() {
        var random = RandomExpressions(seed: 6)
        for _ in 0..<2000 {
            let text = random.rubbish()
            do {
                _ = try Probe.instrument(text)
            } catch {
                guard case .definition(_, let place, let sentence) = error else {
                    Issue.record("\(text) made \(error)")
                    continue
                }
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                #expect((place?.line ?? 1) <= lines.count && !sentence.isEmpty)
            }
        }
    }
}
