import Instruments
import Testing

@Suite struct DerivedVisibilityTests {
    @Test func `a study's reader sees live values, after signing more, and never all`() {
        #expect(DerivedVisibility.allCases.filter { $0.isOpen(to: .draft) } == [.live])
        #expect(
            DerivedVisibility.allCases.filter { $0.isOpen(to: .signed) } == [.live, .afterSigning])
    }

    @Test func `practice and analysis see all`() {
        for visibility in DerivedVisibility.allCases {
            #expect(visibility.isOpen(to: .practice) && visibility.isOpen(to: .analysis))
        }
    }
}
