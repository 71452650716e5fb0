import Foundation
import Persistence
import ReaderStudies
import Testing

@testable import readingroom

/// What leaves the store says nothing of who was examined.
@Suite struct ExportSecretsTests {
    @Test(arguments: ["sij-sct", "covid-ct04", "ccm-zabramski"])
    func `no table holds a name, a number, a date or a description of the images`(
        _ name: String
    ) throws {
        let store = try SampleStores.copy(name)
        _ = try DemoPlayback(store.study)

        let tables = try ["reads", "display", "exposure"].map { table in
            let run = try BuiltProgram.run(["export", table, "--store", store.study.folder])
            #expect(run.status == 0, "\(run.problems)")
            return run.output
        }

        let secrets = try Forbidden.people(study: name)
        #expect(secrets.count > 4)
        for table in tables {
            #expect(table.split(whereSeparator: \.isNewline).count > 1)
            for secret in secrets { #expect(!table.contains(secret), "\(secret)") }
        }
    }
}
