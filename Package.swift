// swift-tools-version: 6.3
import PackageDescription

// The arrows between targets are the table on the architecture page
// (Sources/readingroom/Documentation.docc/Architecture.md); a test compares the two.

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

/// A target without the outside world: no Foundation, clock, file or terminal.
func core(_ name: String, _ dependencies: Target.Dependency...) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "Sources/Core/\(name)",
        swiftSettings: strict)
}

/// A target that is one door to files, the store or the terminal.
func edge(
    _ name: String, _ dependencies: Target.Dependency..., resources: [Resource]? = nil
) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "Sources/Edge/\(name)",
        resources: resources, swiftSettings: strict)
}

/// Tests of the target `name`, in the same place of the tree as the target.
func tests(_ folder: String, _ name: String, _ dependencies: Target.Dependency...) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.target(name: name)] + dependencies,
        path: "Tests/\(folder)\(name)Tests", swiftSettings: strict)
}

let coreTargets: [Target] = [
    core("ReaderStudies"),
    core("StudyDesigns", "ReaderStudies"),
    core("Instruments", "ReaderStudies"),
    core("Imaging"),
    core("Statistics", "CBoostMath", "CLAPACK"),
    core("Analysis", "ReaderStudies", "Instruments", "Statistics"),
    core("TerminalUI"),
    core("TerminalGraphics", "Imaging", "CDeflate", "CZlib", "CThread"),
    core(
        "Workstation", "ReaderStudies", "Instruments", "Imaging", "TerminalUI", "TerminalGraphics"),
    core("Desk", "ReaderStudies", "TerminalUI"),
]

let edgeTargets: [Target] = [
    edge("FrameCache", "Imaging", "CUnix"),
    edge("ImageFiles", "Imaging", "CDCMTK", "CZlib", "CZip", "CUnix"),
    edge(
        "StudyFiles", "ReaderStudies", "StudyDesigns", "Instruments", "TerminalUI", "Analysis", yams
    ),
    edge("Persistence", "ReaderStudies", "CUnix", grdb, crypto),
    edge(
        "StoreService", "ReaderStudies", "StudyDesigns", "Instruments", "Imaging", "Persistence",
        "FrameCache", "CUnix"),
    edge("TerminalCurses", "TerminalUI", "CNcurses", "CUnix"),
    edge("Reports", "ReaderStudies", "Analysis"),
    edge("Exports", "ReaderStudies", "Instruments"),
    edge(
        "BundledResources",
        resources: [
            .copy("../../../Themes"), .copy("../../../SampleStudies"), .copy("Instruments"),
        ]),
    edge("Phantoms", "Imaging", "ImageFiles"),
]

let cTargets: [Target] = [
    .systemLibrary(
        name: "CNcurses", path: "Sources/C/CNcurses",
        providers: [.apt(["libncurses-dev"])]),
    .systemLibrary(
        name: "CDeflate", path: "Sources/C/CDeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CZlib", path: "Sources/C/CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
        name: "CZip", path: "Sources/C/CZip", cSettings: [.treatAllWarnings(as: .error)]),
    .target(
        name: "CThread", path: "Sources/C/CThread",
        cSettings: [.define("_GNU_SOURCE"), .treatAllWarnings(as: .error)]),
    .target(
        name: "CUnix", path: "Sources/C/CUnix",
        cSettings: [.define("_GNU_SOURCE"), .treatAllWarnings(as: .error)],
        linkerSettings: [.linkedLibrary(":libseccomp.a"), .linkedLibrary("sqlite3")]),
    .target(
        name: "CBoostMath", path: "Sources/C/CBoostMath",
        linkerSettings: [.linkedLibrary("m")]),
    .target(
        name: "CLAPACK", path: "Sources/C/CLAPACK", cSettings: [.treatAllWarnings(as: .error)]),
    .target(
        name: "CDCMTK", path: "Sources/C/CDCMTK",
        linkerSettings: [
            // Debian's dcmtk.pc names a package that does not exist: the libraries are listed. Those for JPEG
            // are loaded when they are needed.
            "dcmdata", "oflog", "ofstd", ":libopenjp2.a", "z",
        ].map { .linkedLibrary($0) }),
]

let testTargets: [Target] = [
    .target(
        name: "CPeers", path: "Tests/CPeers", cSettings: [.treatAllWarnings(as: .error)],
        linkerSettings: ["sixel", "png", "z"].map { .linkedLibrary($0) }),
    .target(
        name: "TestSupport",
        dependencies: [
            "ReaderStudies", "Instruments", "Imaging", "TerminalUI", "TerminalGraphics",
        ],
        path: "Tests/TestSupport", swiftSettings: strict),
    .executableTarget(
        name: "Benchmarks",
        dependencies: [
            "ReaderStudies", "StudyDesigns", "Instruments", "Imaging", "TerminalUI",
            "TerminalGraphics", "Workstation", "StudyFiles", "ImageFiles", "BundledResources",
            "Statistics", "FrameCache", "Persistence", "StoreService",
            "CPeers",
        ],
        path: "Tests/Benchmarks", swiftSettings: strict),
    .testTarget(
        name: "ArchitectureTests", path: "Tests/ArchitectureTests", swiftSettings: strict),
    tests("Core/", "ReaderStudies", "TestSupport"),
    tests("Core/", "StudyDesigns", "ReaderStudies", "TestSupport"),
    tests("Core/", "Instruments", "ReaderStudies", "TestSupport"),
    tests("Core/", "Imaging", "TestSupport"),
    tests("Core/", "Statistics"),
    tests("Core/", "Analysis", "ReaderStudies", "Instruments", "Statistics", "TestSupport"),
    tests("Core/", "TerminalUI", "TestSupport"),
    tests("Core/", "TerminalGraphics", "Imaging", "CDeflate", "CPeers", "TestSupport"),
    tests(
        "Core/", "Workstation", "ReaderStudies", "Instruments", "Imaging", "TerminalUI",
        "TerminalGraphics", "TestSupport"),
    tests("Core/", "Desk", "ReaderStudies", "TerminalUI", "TestSupport"),
    tests("Edge/", "FrameCache", "Imaging", "CUnix", "TestSupport"),
    .executableTarget(
        name: "MisbehavingDecoder", dependencies: ["ImageFiles"],
        path: "Tests/MisbehavingDecoder", swiftSettings: strict),
    tests(
        "Edge/", "ImageFiles", "Imaging", "CDCMTK", "CUnix", "CZlib", "MisbehavingDecoder",
        "TestSupport"),
    tests(
        "Edge/", "StudyFiles", "ReaderStudies", "StudyDesigns", "Instruments", "TerminalUI",
        "Analysis", "BundledResources", "TestSupport"),
    .executableTarget(
        name: "StoreWriter", dependencies: ["Persistence", "ReaderStudies"],
        path: "Tests/StoreWriter", swiftSettings: strict),
    tests(
        "Edge/", "Persistence", "ReaderStudies", "CUnix", grdb, "StoreWriter", "TestSupport"),
    tests(
        "Edge/", "StoreService", "ReaderStudies", "StudyDesigns", "Instruments", "Persistence",
        "FrameCache", "Imaging", "TestSupport"),
    tests("Edge/", "TerminalCurses", "TerminalUI", "CUnix", "TestSupport"),
    tests("Edge/", "Reports", "ReaderStudies", "Analysis", "TestSupport"),
    tests("Edge/", "Exports", "ReaderStudies", "Instruments", "TestSupport"),
    tests("Edge/", "BundledResources", "TestSupport"),
    tests("Edge/", "Phantoms", "Imaging", "ImageFiles", "TestSupport"),
    .testTarget(
        name: "readingroomTests",
        dependencies: [
            "readingroom", "ReaderStudies", "StudyDesigns", "Instruments", "Imaging", "TerminalUI",
            "TerminalGraphics", "Workstation", "Desk", "FrameCache", "ImageFiles", "StudyFiles",
            "Persistence", "StoreService", "TerminalCurses", "Exports", "Analysis", "Reports",
            "BundledResources",
            "Phantoms", "Statistics", "CUnix", "TestSupport",
        ],
        path: "Tests/readingroomTests", swiftSettings: strict),
]

let package = Package(
    name: "ReadingRoom",
    products: [.executable(name: "readingroom", targets: ["readingroom"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: coreTargets + edgeTargets + cTargets + [
        .executableTarget(
            name: "readingroom",
            dependencies: [
                "ReaderStudies", "StudyDesigns", "Instruments", "Imaging", "TerminalUI",
                "TerminalGraphics", "Workstation", "Desk", "FrameCache", "ImageFiles", "StudyFiles",
                "Persistence", "StoreService", "TerminalCurses", "Exports", "Analysis", "Reports",
                "BundledResources",
                "Phantoms", "Statistics", "CUnix", argumentParser,
            ],
            path: "Sources/readingroom",
            exclude: ["Documentation.docc"],
            swiftSettings: strict,
            linkerSettings: [
                // The static standard library has every symbol exported, and then each symbol of a library is
                // sought among 20,000 names at every start. Packed relocations spare it the reading of 2.7 MB;
                // only the toolchain's own linker makes them.
                .unsafeFlags(
                    [
                        "-use-ld=lld", "-Xlinker", "--no-export-dynamic", "-Xlinker", "-z",
                        "-Xlinker", "pack-relative-relocs",
                    ], .when(configuration: .release))
            ])
    ] + testTargets,
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
