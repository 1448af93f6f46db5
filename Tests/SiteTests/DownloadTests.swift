import Catalog
import Foundation
import Hummingbird
import Standards
import TestKit
import Testing

@testable import Documents
@testable import Site

struct DownloadTests {
    @Test func `the CSV holds the values behind the matrix, hours by their ends`() async throws {
        let bureau = try await SiteFixture.bureau()
        let rule = try bureau.catalog.rule(.airIndex, on: SiteFixture.day)
        try await SiteFixture.test(bureau) { site in
            let morning = try await site.get("/").text
            for station in SiteFixture.stations {
                let answer = try await site.get("/air/stations/\(station).csv?date=2026-11-21")
                #expect(answer.headers[.contentType] == "text/csv; charset=utf-8")
                var reader = CSVReader(answer.bytes)
                let header = try #require(try reader.next())
                #expect(header.strings == ["time", "station", "so2", "no2", "pm10", "pm25", "co", "o3"])
                for hour in 1...24 {
                    let row = try #require(try reader.next()).strings
                    #expect(Instant(row[0]) == Instant(beijing: SiteFixture.day, hour: hour))
                    #expect(row[1] == station)
                    var values = AirValues(repeating: .missing)
                    for (item, text) in zip(AirItem.allCases, row[2...]) {
                        values[item] = text == "/" ? .notMonitored : ExactDecimal(text).map { .present($0) } ?? .missing
                    }
                    let judging = station == "N1" ? rule.readingNationalFeed() : rule
                    let aqi = judging.hourly(values).aqi
                    #expect(Self.cell(station, hour, in: morning) == aqi.map(String.init), "\(station) \(hour)")
                }
                #expect(try reader.next() == nil)
            }
        }
    }

    /// The AQI in a cell of the matrix; nil where it shows a cause or a dash.
    private static func cell(_ station: String, _ hour: Int, in html: String) -> String? {
        let parts = html.components(separatedBy: "href=\"/air/stations/\(station)/hours/2026-11-21/\(hour)\"")
        for part in parts.dropFirst() where part.hasPrefix(" title=") {
            let text = part.prefix { $0 != "<" }.split(separator: ">").last.map(String.init) ?? ""
            return Int(text) == nil ? nil : text
        }
        return nil
    }

    @Test func `the last hour of a day ends with the next one, missing is empty, not monitored is a stroke`()
        async throws
    {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let text = try await site.get("/air/stations/A4.csv?date=2026-11-21").text
            #expect(text.contains("2026-11-21T03:00:00+08:00,A4,10,22,66,,/,44"))
            #expect(text.contains("2026-11-22T00:00:00+08:00,A4,"))
            let gap = try await site.get("/air/stations/A3.csv?date=2026-11-21").text
            #expect(gap.contains("2026-11-21T12:00:00+08:00,A3,,,,,,"))
        }
    }

    @Test(arguments: [
        "/reports/air-daily/2026-11-21.docx", "/reports/water-monthly/2026-10.docx", "/reports/air-yearly/2026.docx",
    ])
    func `each number of a report leads to its page, by link and by list of references`(path: String) async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let answer = try await site.get(path)
            #expect(answer.status == 200)
            #expect(answer.headers[.contentDisposition]?.contains("filename*=UTF-8''") == true)
            let links = try Self.links(of: answer.bytes)
            #expect(links.contains { $0.hasPrefix("http://localhost/figures/") })
            let text = try Self.text(of: answer.bytes)
            #expect(text.contains("数据出处") && text.contains("溯源"))
            #expect(text.contains("未经审核，仅供参考"))
            let target = try #require(links.first { $0.hasPrefix("http://localhost/figures/") })
            #expect(try await site.get(String(target.dropFirst("http://localhost".count))).status == 200)
        }
    }

    @Test func `the paper of a lead prints hours, limit, marks and packets and says that nothing is verified`()
        async throws
    {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let answer = try await site.get("/leads/DA001/2026-11-21.docx")
            #expect(answer.status == 200)
            let text = try Self.text(of: answer.bytes)
            for word in ["线索登记单", "线索，未经核实", "甲厂", "11-21 14时", "68.13", "50", "N 正常", "报文 ", "GB 13271—2014", "0.36"] {
                #expect(text.contains(word), "\(word)")
            }
            let links = try Self.links(of: answer.bytes)
            let packet = try #require(links.first { $0.hasPrefix("http://localhost/evidence/packet/") })
            let page = try await site.get(String(packet.dropFirst("http://localhost".count)))
            #expect(page.status == 200 && page.text.contains("a21002-ZsAvg"))
        }
    }

    private static func text(of docx: [UInt8]) throws -> String {
        try DocxReader().read(docx).blocks.map { block in
            switch block {
            case .paragraph(let paragraph): paragraph.text
            case .table(let rows): rows.map { $0.map(\.text).joined(separator: "\t") }.joined(separator: "\n")
            }
        }.joined(separator: "\n")
    }

    private static func links(of docx: [UInt8]) throws -> [String] {
        let limits = ZipArchive.Limits(entries: 100, totalBytes: 1 << 25, ratio: 1_000)
        let part = "word/_rels/document.xml.rels"
        let entry = try #require(try ZipArchive.read(docx, limits: limits).first { $0.path == part })
        let output = String(decoding: entry.bytes, as: UTF8.self)
        return output.components(separatedBy: "Target=\"").dropFirst().map { target in
            String(target.prefix { $0 != "\"" }.replacing("&amp;", with: "&"))
        }
    }
}
