import Foundation
import Ledger
import Monitoring
import Records
import Registry
import Standards
import Storage
import TestKit
import Testing

@testable import Site

struct PastPageTests {
    private static let figure = "/figures/air.day.value?date=2026-11-21&item=pm25&place=A2"

    /// A bureau where the values of A2 are corrected by a second file; with the record before it.
    private func corrected() async throws -> (bureau: TestBureau, before: Int64, after: Int64) {
        let bureau = try await SiteFixture.bureau()
        func last() async throws -> Int64 {
            try await bureau.book.database.read { try RecordStore.lastSequence(in: $0) }
        }
        let before = try await last()
        var text = "timepoint,stationcode,so2,no2,pm10,pm2_5,co,o3\n"
        for hour in 1...24 {
            let end = Instant(beijing: SiteFixture.day, hour: hour)
            text += "\(end.beijingDate)T\(end.beijingHour < 10 ? "0" : "")\(end.beijingHour)00,A2,10,20,90,77,0.5,50\n"
        }
        _ = try await FileImport.run(
            Array(text.utf8), fileName: "更正.csv", format: .air, defaultYear: nil, by: SiteFixture.actor,
            into: bureau.book
        ) { _ in }
        return (bureau, before, try await last())
    }

    @Test func `a figure as of a record shows the value of then and leads to the present one`() async throws {
        let (bureau, before, after) = try await corrected()
        try await SiteFixture.test(bureau) { client in
            let now = try await client.get(Self.figure)
            #expect(now.text.contains("<strong>77</strong>"))
            #expect(!now.text.contains("看现在的"))
            let then = try await client.get(Self.figure + "&asof=\(before)")
            #expect(then.status == 200)
            #expect(!then.text.contains("<strong>77</strong>"))
            #expect(then.text.contains("截至台账第 \(before) 条记录（2026-11-22 08:30:00）的值"))
            #expect(then.text.contains("按现行规则计算"))
            #expect(then.text.contains("href=\"\(Self.figure.replacing("&", with: "&amp;"))\">看现在的</a>"))
            let same = try await client.get(Self.figure + "&asof=\(after)")
            #expect(same.text.contains("<strong>77</strong>"))
        }
    }

    @Test func `every way down from a past figure stays in the past`() async throws {
        let (bureau, before, _) = try await corrected()
        try await SiteFixture.test(bureau) { client in
            var path = Self.figure + "&asof=\(before)"
            var seen: [String] = []
            // Figure, daily value, hour, imported row: the first way down that each page offers.
            for _ in 0..<3 {
                let page = try await client.get(path)
                #expect(page.status == 200, "\(path)")
                #expect(page.text.contains("截至台账第 \(before) 条记录"), "\(path)")
                let links = page.text.components(separatedBy: "href=\"").dropFirst().map {
                    String($0.prefix { $0 != "\"" }).replacing("&amp;", with: "&")
                }
                for link in links where link.hasPrefix("/evidence/") || link.hasPrefix("/explain/") {
                    #expect(link.contains("asof=\(before)") || link == path.prefix { $0 != "?" }, "\(path): \(link)")
                }
                path = try #require(
                    links.first { $0.hasPrefix("/evidence/") && $0.contains("asof=") && !seen.contains($0) })
                seen.append(path)
            }
            #expect(seen.last?.hasPrefix("/evidence/import/") == true, "\(seen)")
            #expect(try await client.get(try #require(seen.last)).text.contains("空气.csv"))
        }
    }

    @Test func `the card of a past value tells of the value of then`() async throws {
        let (bureau, before, _) = try await corrected()
        try await SiteFixture.test(bureau) { client in
            let now = try await client.get("/explain/air/days/A2/2026-11-21")
            #expect(now.text.contains("77"))
            let then = try await client.get("/explain/air/days/A2/2026-11-21?asof=\(before)")
            #expect(!then.text.contains("77"))
            #expect(then.text.contains("截至台账第 \(before) 条记录"))
        }
    }

    @Test func `the page of a figure splits a difference and lists the records behind it`() async throws {
        let (bureau, before, after) = try await corrected()
        try await SiteFixture.test(bureau) { client in
            let page = try await client.get(Self.figure + "&from=\(before)&to=\(after)")
            #expect(page.status == 200)
            for cause in ["迟到或补传数据", "复核", "范围变化", "规则版本", "合计"] {
                #expect(page.text.contains("<th scope=\"row\">\(cause)</th>"), "\(cause)")
            }
            #expect(page.text.contains("<a href=\"/evidence/record/\(after)\">第 \(after) 条</a>"))
            #expect(page.text.contains("导入文件"))
            #expect(page.count(of: "<details>") == 1)
        }
    }

    @Test func `a report as of a record says so, and its numbers and its file are of then`() async throws {
        let (bureau, before, _) = try await corrected()
        try await SiteFixture.test(bureau) { client in
            let page = try await client.get("/reports/air-daily/2026-11-21?asof=\(before)")
            #expect(page.text.contains("截至台账第 \(before) 条记录（2026-11-22 08:30:00）的文件"))
            #expect(page.text.contains("&amp;asof=\(before)\""))
            #expect(page.text.contains("/reports/air-daily/2026-11-21.docx?asof=\(before)"))
            let file = try await client.get("/reports/air-daily/2026-11-21.docx?asof=\(before)")
            #expect(file.status == 200)
            let now = try await client.get("/reports/air-daily/2026-11-21.docx")
            #expect(file.bytes != now.bytes)
        }
    }

    @Test func `a moment that is none is refused in plain words`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { client in
            let beyond = try await client.get(Self.figure + "&asof=9999")
            #expect(beyond.status == 404)
            #expect(beyond.text.contains("台账没有这条记录"))
            #expect(try await client.get(Self.figure + "&asof=x").status == 400)
            let reversed = try await client.get(Self.figure + "&from=5&to=4")
            #expect(reversed.status == 400)
            #expect(reversed.text.contains("先后不对"))
        }
    }
}
