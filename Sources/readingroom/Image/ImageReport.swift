import Foundation
import ImageFiles
import Imaging

/// What files hold, as it is printed; its keys are those of the JSON answer.
struct ImageReport: Codable {
    /// Files that were read.
    var files: Int
    /// What could not be read, as sentences.
    var problems: [String]
    /// What is odd about the files together.
    var issues: [String]
    /// The series, in the order in which they were met.
    var series: [Series]

    /// One series.
    struct Series: Codable {
        var modality: String
        var number: String
        var description: String
        var transferSyntaxes: [Syntax]
        var issues: [String]
        var stacks: [Stack]
        var frames: [Frame]
    }

    /// A transfer syntax, or NIfTI.
    struct Syntax: Codable {
        var uid: String
        var name: String
    }

    /// Slices that form one volume.
    struct Stack: Codable {
        var columns: Int
        var rows: Int
        var slices: Int
        var columnSpacingMM: Double?
        var rowSpacingMM: Double?
        var sliceSpacingMM: Double?
        var rowDirection: [Double]?
        var columnDirection: [Double]?
        var firstPosition: [Double]?
        var lastPosition: [Double]?
        var units: String
        var slope: Double
        var intercept: Double
        var windows: [Window]
        var issues: [String]
    }

    /// A window of the stack's middle slice.
    struct Window: Codable {
        var center: Double
        var width: Double
        var function: String
    }

    /// One frame of one file.
    struct Frame: Codable {
        var file: String
        var frame: Int
        var columns: Int
        var rows: Int
        var bits: Int
        var colour: String
        var sample: String
        var position: [Double]?
        var sha256: String?
        var problem: String?
    }

    /// The report as one JSON object with sorted keys.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
