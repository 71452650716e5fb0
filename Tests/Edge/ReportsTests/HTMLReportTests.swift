import Analysis
import Foundation
import Testing

@testable import Reports

@Suite struct HTMLReportTests {
    private let page = AnalysisReport(SampleResult.result()).html

    @Test func `the page asks for nothing from a network and runs nothing`() {
        #expect(page.contains("default-src &#39;none&#39;"))
        for word in ["http:", "https:", "<script", "javascript:", "@import", "url(", "src="] {
            #expect(!page.contains(word), "\(word)")
        }
    }

    @Test func `every tag that is opened is closed, in order`() {
        #expect(Self.unbalanced(page) == nil)
    }

    @Test func `headings, captions and figures are there for those who hear the page`() {
        let tables = page.matches(of: /<table>/).count
        let figures = page.matches(of: /<figure>/).count

        #expect(page.contains("<html lang=\"en\">"))
        #expect(page.matches(of: /<h1>/).count == 1)
        #expect(tables > 10 && page.matches(of: #/<caption /#).count == tables)
        #expect(figures > 8 && page.matches(of: /<figcaption>/).count == figures)
        #expect(page.matches(of: #/role="img" aria-labelledby=/#).count == figures)
        #expect(page.matches(of: /<desc id="figure-\d+-d">[^<]{20,}<\/desc>/).count == figures)
    }

    @Test func `ids are used once`() {
        let ids = page.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }

        #expect(Set(ids).count == ids.count)
    }

    @Test func `a label is never read as a tag`() {
        let hostile = AnalysisReport(
            SampleResult.result(title: "</title><script>alert(1)</script>")
        ).html

        #expect(!hostile.contains("<script>"))
        #expect(hostile.contains("&lt;/title&gt;&lt;script&gt;"))
    }

    @Test func `a control character never reaches the page`() {
        #expect(HTMLText.escaped("a\u{0}b\u{1B}c") == "a b c")
    }

    /// The first tag that does not close the last one opened; `nil` when all is well.
    private static func unbalanced(_ page: String) -> String? {
        let empty: Set<String> = ["meta", "link", "line", "path", "rect", "polyline", "polygon"]
        var open: [String] = []
        for tag in page.matches(of: /<(\/?)([a-z][a-z0-9]*)[^>]*>/) {
            let name = String(tag.2)
            if empty.contains(name) { continue }
            if tag.1.isEmpty {
                open.append(name)
            } else if open.popLast() != name {
                return String(tag.0)
            }
        }
        return open.last
    }
}
