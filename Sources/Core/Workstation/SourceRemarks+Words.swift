import Imaging
import ReaderStudies

extension SourceRemarks {
    /// What a reader is not shown, in words that stand in a title: `colours as greys`.
    var words: [String] {
        var words: [String] = []
        if contains(.colours) { words.append("colours as greys") }
        if contains(.oneOfSeveral) { words.append("one of several") }
        return words
    }

    /// What a reader of the series `title` is not shown; `nil` when that is nothing.
    func sentence(_ title: String) -> String? {
        var sentences: [String] = []
        if contains(.colours) {
            sentences.append("\(title) is in colour; its brightness is shown as grey.")
        }
        if contains(.oneOfSeveral) {
            sentences.append(
                "\(title) has each slice several times, as of phases or echoes; one is shown.")
        }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }
}

extension LoadedSeries {
    /// What of the source is not shown, and that its window is none; `nil` when there is nothing to say.
    fileprivate var remark: String? {
        if let sentence = volume.remarks.sentence(title) { return sentence }
        let windows = volume.slices.flatMap(\.windows)
        guard asksForWindowOfFile, let first = windows.first, !windows.contains(where: \.isUsable)
        else { return nil }
        return "\(title) brings a window of width \(NumberText.shortest(first.width)); another "
            + "is taken."
    }
}

extension ReadingState {
    /// What the reader should know of the series before looking at them; `nil` when that is nothing.
    var remark: String? {
        let sentences = series.compactMap(\.remark)
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }
}
