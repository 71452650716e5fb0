import BundledResources
import Foundation
import Testing

/// `readingroom image texture`, run as a program on a drawn chest.
@Suite struct ImageTextureTests {
    private func texture(_ options: String...) throws -> BuiltProgram.Run {
        let path = BundledResources.sampleStudies.appending(path: "covid-ct04/cases/C02").path
        return try BuiltProgram.run(["image", "texture", path] + options)
    }

    @Test func `a region has five features in both conventions, with their settings`() throws {
        let run = try texture("--slice", "10", "--ellipse", "128,96,20,20", "--bits", "5")

        #expect(run.status == 0, "\(run.problems)")
        let lines = run.output.split(separator: "\n")
        #expect(
            lines.first?.hasSuffix(
                "pixels; 3 sigma, 5 bits, distance 1, 0 45 90 135 degrees, symmetric") == true)
        #expect(
            lines.dropFirst().map { $0.prefix { $0 != " " } } == [
                "AngScMom", "InvDfMom", "Entropy", "DifEntrp", "SumEntrp",
            ])
        #expect(lines.dropFirst().allSatisfy { $0.contains("MaZda ") && $0.contains("IBSI ") })
    }

    @Test func `a region of few pixels, of no pixels and of no form is refused`() throws {
        let few = try texture("--ellipse", "128,96,1,1")
        let thin = try texture("--polygon", "10,10 20,10")
        let none = try texture()

        #expect(few.status != 0 && few.problems.contains("texture needs 16 at least"))
        #expect(thin.status != 0 && thin.problems.contains("2 corners"))
        #expect(none.status != 0 && none.problems.contains("Give either --polygon or --ellipse."))
    }

    @Test func `settings out of range are refused`() throws {
        for (option, value) in [("--bits", "9"), ("--distance", "0"), ("--direction", "30")] {
            let run = try texture("--ellipse", "128,96,20,20", option, value)

            #expect(run.status != 0 && run.problems.contains("\(option) takes"))
        }
    }
}
