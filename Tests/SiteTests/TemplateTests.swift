import Foundation
import Testing

@testable import Site

/// Every key of a template is a value of the page it prints: a key that is nowhere would print nothing, in silence.
struct TemplateTests {
    private static var tag: Regex<(Substring, kind: Substring, name: Substring)> {
        #/\{\{\{?\s*(?<kind>[#^/>$<&]?)\s*(?<name>[^}\s]+)\s*\}?\}\}/#
    }

    private static func text(of name: String) throws -> String {
        let url = try SiteFiles.folder("Templates").appendingPathComponent(name + ".mustache")
        return try String(contentsOf: url, encoding: .utf8)
    }

    /// The names of all stored values of the page models, read from their declarations.
    private static func declaredNames() throws -> Set<String> {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/Site")
        var names: Set<String> = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: sources.path) where path.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
            for match in text.matches(of: #/package let (\w+):/#) { names.insert(String(match.1)) }
        }
        return names
    }

    private static func templates() throws -> [String] {
        let folder = try SiteFiles.folder("Templates")
        return try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".mustache") }
            .map { String($0.dropLast(".mustache".count)) }.sorted()
    }

    @Test func `every key of every template is declared by a page model`() throws {
        let declared = try Self.declaredNames()
        for template in try Self.templates() {
            for match in try Self.text(of: template).matches(of: Self.tag) {
                if [">", "<", "$", "/"].contains(match.kind) { continue }
                var name = String(match.name)
                if name.hasPrefix("first("), name.hasSuffix(")") { name = String(name.dropFirst(6).dropLast()) }
                for part in name.split(separator: ".") where !declared.contains(String(part)) {
                    Issue.record("\(template): \(match.name)")
                }
            }
        }
    }

    @Test func `every partial and parent that a template names is there`() throws {
        let all = Set(try Self.templates())
        for template in all {
            for match in try Self.text(of: template).matches(of: Self.tag) where [">", "<"].contains(match.kind) {
                #expect(all.contains(String(match.name)), "\(template): \(match.name)")
            }
        }
    }

    @Test func `every template but the frames and parts is one of the list`() throws {
        let pages = try Self.templates().filter { !$0.hasPrefix("parts/") && !["layout", "paper"].contains($0) }
        #expect(Set(pages) == Set(PageTemplate.allCases.map(\.rawValue)))
    }

    @Test func `no template takes text as markup except drawings, reports, chart data and evidence made here`() throws {
        let allowed: Set<String> = ["svg", "bodyHTML", ".", "evidenceJSON"]
        for template in try Self.templates() {
            for match in try Self.text(of: template).matches(of: #/\{\{\{\s*([^}\s]+)\s*\}\}\}/#) {
                #expect(allowed.contains(String(match.1)), "\(template): \(match.1)")
            }
        }
    }

    @Test func `no page carries script or style of its own`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            for path in [
                "/", "/print", "/air/stations/A2?date=2026-11-21", "/air/stations/A1/hours/2026-11-21/7",
                "/leads/DA001/2026-11-21",
                "/water/sections/%E6%96%AD%E9%9D%A2%E4%BA%8C", "/reports/air-daily/2026-11-21",
            ] {
                let text = try await site.get(path).text
                #expect(!text.contains(" style=\"") && !text.contains("<style"), "\(path)")
                #expect(!text.contains(" onclick=") && !text.contains("javascript:"), "\(path)")
                for script in text.components(separatedBy: "<script").dropFirst() {
                    let isFile = script.hasPrefix(" src=\"/assets/")
                    #expect(isFile || script.hasPrefix(" type=\"application/json\""), "\(path)")
                }
            }
        }
    }
}
