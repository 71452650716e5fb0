import ArgumentParser
import Foundation
import Imaging

/// `readingroom image texture`: co-occurrence features of a region of a slice.
struct ImageTextureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "texture",
        abstract: "Compute the texture of a region of a slice.",
        discussion: """
            Five features of the grey-level co-occurrence matrix, as the mean over the directions, \
            under the names of MaZda (logarithms to the base 10) and of IBSI (to the base 2). All \
            that they depend on is printed with them. Columns and rows count from 0; a pixel \
            belongs to the region when its centre lies inside.
            """)

    /// Which values become the outermost grey levels.
    enum Normalisation: String, ExpressibleByArgument, CaseIterable {
        case threeSigma, range, percentiles
    }

    @Argument(help: "File, folder or ZIP archive.", completion: .file())
    var path: String

    @Option(help: "The slice, from 1; the middle one unless given.")
    var slice: Int?

    @Option(help: "COLUMN,ROW of the corners of an outline, apart by spaces.")
    var polygon: String?

    @Option(help: "COLUMN,ROW,RADIUS,RADIUS of an ellipse, in pixels.")
    var ellipse: String?

    @Option(
        help:
            "threeSigma (mean and three deviations), range (least to greatest) or percentiles (1 to 99)."
    )
    var normalisation = Normalisation.threeSigma

    @Option(help: "Bits of a grey level, 2 to 8.")
    var bits = 6

    @Option(help: "Pixels between the two of a pair, 1 to 5.")
    var distance = 1

    @Option(
        help:
            "A direction in degrees: 0, 45, 90 or 135. Say it again for several; all unless given.")
    var direction: [Int] = []

    @Flag(help: "Count each pair in one order only.")
    var asymmetric = false

    func validate() throws {
        guard (2...8).contains(bits) else { throw ValidationError("--bits takes 2 to 8.") }
        guard (1...5).contains(distance) else { throw ValidationError("--distance takes 1 to 5.") }
        guard direction.allSatisfy({ TextureDirection(rawValue: $0) != nil }) else {
            throw ValidationError("--direction takes 0, 45, 90 or 135.")
        }
        _ = try region
    }

    func run() throws {
        let volume = try RenderSource(path).slice(slice)
        do throws(TextureError) {
            print(Self.text(try volume.texture(of: try outline, slice: 0, settings: settings)))
        } catch {
            throw Refusal(error.sentence)
        }
    }

    /// The region; `validate` has seen that it is one.
    private var outline: ImageRegion {
        get throws(TextureError) {
            guard let region = try? region else { throw .region(.notANumber) }
            return region
        }
    }

    private var settings: TextureSettings {
        let chosen = direction.compactMap(TextureDirection.init(rawValue:))
        return TextureSettings(
            normalisation: normalisation.imaging, bits: bits, distance: distance,
            directions: chosen.isEmpty ? TextureDirection.allCases : chosen,
            isSymmetric: !asymmetric)
    }

    private var region: ImageRegion {
        get throws {
            switch (polygon, ellipse) {
            case (let corners?, nil):
                return .polygon(
                    try corners.split(separator: " ").map { corner in
                        let numbers = try Self.numbers(String(corner), count: 2)
                        return ImagePoint(column: numbers[0], row: numbers[1])
                    })
            case (nil, let text?):
                let numbers = try Self.numbers(text, count: 4)
                return .ellipse(
                    center: ImagePoint(column: numbers[0], row: numbers[1]),
                    columnRadius: numbers[2], rowRadius: numbers[3])
            default: throw ValidationError("Give either --polygon or --ellipse.")
            }
        }
    }

    private static func numbers(_ text: String, count: Int) throws -> [Double] {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map {
            Double($0)
        }
        let finite = numbers.compactMap(\.self).filter(\.isFinite)
        guard numbers.count == count, finite.count == count else {
            throw ValidationError("\"\(text)\" is not \(count) numbers with commas between them.")
        }
        return finite
    }

    private static func text(_ texture: RegionTexture) -> String {
        let head = "\(texture.pixelCount) pixels; \(texture.settings.text)\n"
        let rows = texture.features.rows.map { row in
            let name = row.name.padding(toLength: 10, withPad: " ", startingAt: 0)
            return "\(name)\(row.code)  MaZda \(row.mazda)  IBSI \(row.ibsi)"
        }
        return head + rows.joined(separator: "\n")
    }
}

extension ImageTextureCommand.Normalisation {
    /// The normalisation with its limits.
    fileprivate var imaging: TextureNormalisation {
        switch self {
        case .threeSigma: .threeSigma
        case .range: .range
        case .percentiles: .percentiles(1, 99)
        }
    }
}
