import Foundation
import Hummingbird
import Standards
import Testing

@testable import Site

struct MorningTests {
    @Test func `an empty store explains itself`() async throws {
        try await SiteFixture.test(try await SiteFixture.emptyBureau()) { site in
            for path in [
                "/", "/print", "/air/stations", "/water", "/leads", "/reports", "/devices", "/air/reviews", "/rules",
            ] {
                #expect(try await site.get(path).status == 200, "\(path)")
            }
            let morning = try await site.get("/")
            #expect(morning.text.contains("qingheng import air"))
            #expect(morning.text.contains("尚无数据"))
        }
    }

    @Test func `a day without data says why and leads to the last day that has some`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let answer = try await site.get("/?date=2026-11-19")
            #expect(answer.status == 200)
            #expect(answer.text.contains("没有收到任何空气站的数据"))
            #expect(answer.text.contains("补导入"))
            #expect(answer.text.contains("href=\"/?date=2025-11-21\""))
        }
    }

    @Test func `the matrix has a row a station and a cell an hour, each a link to the hour`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let answer = try await site.get("/")
            for station in SiteFixture.stations {
                for hour in 1...24 {
                    #expect(answer.text.contains("href=\"/air/stations/\(station)/hours/2026-11-21/\(hour)\""))
                }
            }
            #expect(answer.count(of: "<td class=\"miss\">") == 4, "the four hours without a row")
            #expect(answer.text.contains("断网或无报文"))
        }
    }

    @Test func `what wants attention is listed: silence, spike, inversion, outlet and section`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let text = try await site.get("/").text
            #expect(text.contains("A3站 10—13时 共 4 小时无数据"))
            #expect(text.contains("7时 PM₁₀、PM₂.₅ 突跳"))
            #expect(text.contains("A2站 4时 PM₂.₅ 高于 PM₁₀"))
            #expect(text.contains("甲厂 1号烟囱 氮氧化物 4 小时超限"))
            #expect(text.contains("甲厂 1号烟囱 静默 12 小时") == false, "its last hour ended at 20:00")
            #expect(text.contains("断面二 10 月 Ⅴ类，目标 Ⅳ类"))
        }
    }

    @Test func `each figure of the sentence leads to its inputs`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            let text = try await site.get("/").text
            for id in [
                "air.day.aqi", "air.day.primary", "air.year.pm25", "air.year.pm25.change", "air.year.gooddays",
                "air.plan.pm25.control", "water.month.failing",
            ] { #expect(text.contains("href=\"/figures/\(id)?date="), "\(id)") }
            #expect(text.contains("data-copy=\"昨日（11月21日）全区 AQI "))
        }
    }

    @Test func `names of the registry never become markup`() async throws {
        try await SiteFixture.test(try await SiteFixture.bureau()) { site in
            for path in [
                "/", "/print", "/air/stations", "/air/stations/A1?date=2026-11-21",
                "/air/stations/A1/hours/2026-11-21/7",
                "/reports/air-daily/2026-11-21", "/evidence/air-day/A1/pm10/2026-11-21", "/evidence/record/3",
                "/air/reviews?station=A1",
            ] {
                let text = try await site.get(path).text
                #expect(!text.contains("<script>alert"), "\(path)")
                #expect(!text.contains("\"站\""), "\(path)")
            }
        }
    }

    @Test func `a mark behind a quotation mark does not hide it from escaping`() {
        #expect(PageEscaping().escapeText("\"\u{301} onload=<\u{301}") == "&quot;\u{301} onload=&lt;\u{301}")
    }
}
