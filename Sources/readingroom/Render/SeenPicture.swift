import FrameCache
import Imaging
import Persistence
import ReaderStudies
import StoreService
import Workstation

/// A picture that a reader saw, made again from the display record.
struct SeenPicture: Equatable {
    /// The store's folder.
    let store: String
    /// `READER/CASE/ARM`, with `/OCCASION` where it is not the first.
    let read: String
    /// The slice, from 1.
    let slice: Int
    /// Which look at the slice, the longest first, from 1.
    var look = 1
    /// Which series, in the order of their tokens, from 1; `nil` for the only one.
    var series: Int?

    /// The greys; that they were made is kept in the store as an exposure before they are returned.
    ///
    /// - Parameter remark: Takes sentences on what is shown.
    func greys(remark: (String) -> Void) throws -> GreyImage {
        let opened = try SQLiteStore.open(at: store)
        let key = try Self.key(read)
        let look = try chosen(try opened.looks(of: key), remark)
        guard let imported = try opened.series().first(where: { $0.series.token == look.series })
        else { throw Refusal("The store holds no series \(look.series).") }
        let frames = try Refusal.telling {
            try FrameDoor(folder: FrameFolder(store: store)).open(imported.series)
        }
        let greys: GreyImage
        do throws(LookError) { greys = try frames.volume.greys(of: look) } catch {
            throw Refusal(error.sentence)
        }
        try opened.append(
            .imageShown(
                ImageShown(
                    reader: nil, caseID: key.caseID, arm: key.arm, kind: .render,
                    series: look.series, slices: [look.slice], shownMS: 0)), by: .coordinator)
        try opened.close()
        return greys
    }

    /// `R1/C07/CT` or `R1/C07/CT/2`.
    static func key(_ text: String) throws -> ReadKey {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let occasion = parts.count == 4 ? Int(parts[3]) : 1
        guard (3...4).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }), let occasion,
            occasion >= 1
        else {
            throw Refusal(
                "\(text) names no read. Write READER/CASE/ARM, such as R1/C07/CT, as in the long table."
            )
        }
        return ReadKey(
            reader: ReaderID(parts[0]), caseID: CaseID(parts[1]), arm: ArmID(parts[2]),
            occasion: occasion)
    }

    /// The look that was asked for.
    private func chosen(_ all: [Look], _ remark: (String) -> Void) throws -> Look {
        guard !all.isEmpty else {
            throw Refusal("The read \(read) was not opened, or nothing was looked at in it.")
        }
        let here = all.summed.filter { $0.slice == slice - 1 }
        let tokens = Set(here.map(\.series)).sorted()
        guard let token = try chosenSeries(tokens) else {
            throw Refusal("Slice \(slice) was not on the screen in full in \(read).")
        }
        let looks = here.filter { $0.series == token }
        guard looks.indices.contains(look - 1) else {
            throw Refusal(
                "Slice \(slice) has \(looks.count) looks in \(read). Choose one from 1 to \(looks.count)."
            )
        }
        let chosen = looks[look - 1]
        remark("Look \(look) of \(looks.count): \(Self.words(chosen)).")
        return chosen
    }

    private func chosenSeries(_ tokens: [SeriesToken]) throws -> SeriesToken? {
        if let series {
            guard tokens.indices.contains(series - 1) else {
                throw Refusal(
                    "Slice \(slice) was seen in \(tokens.count) series of \(read), so there is no series \(series)."
                )
            }
            return tokens[series - 1]
        }
        guard tokens.count <= 1 else {
            throw Refusal(
                "Slice \(slice) was seen in \(tokens.count) series of \(read). Choose one with --series 1 to \(tokens.count)."
            )
        }
        return tokens.first
    }

    private static func words(_ look: Look) -> String {
        let window =
            look.windowWidth > 0
            ? "W \(NumberText.shortest(look.windowWidth)) L \(NumberText.shortest(look.windowCenter))"
            : "table of the file"
        let seconds = NumberText.fixed(Double(look.shownMS) / 1000, places: 1)
        return "\(window), zoom \(NumberText.fixed(look.pixelScale, places: 1)), \(seconds) s"
    }
}
