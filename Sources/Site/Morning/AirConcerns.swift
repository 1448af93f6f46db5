import Monitoring
import Registry
import Standards

/// Findings of the automatic checks as things to look at: one a station and kind, however many hours it has.
enum AirConcerns {
    static func concerns(_ sheet: AirDaySheet) -> [MorningPage.Concern] {
        // Without any data the day as a whole is the matter, not each station of it.
        guard sheet.hasData else { return [] }
        return sheet.stations.flatMap { station in
            AirFinding.Kind.allCases.compactMap { kind in
                let found = sheet.findings.filter { $0.station == station.id && $0.kind == kind }
                if found.isEmpty { return nil }
                return kind == .silent
                    ? silence(found, of: station, on: sheet) : question(found, of: station, on: sheet)
            }
        }
    }

    private static func silence(
        _ found: [AirFinding], of station: RegisteredObject, on sheet: AirDaySheet
    ) -> MorningPage.Concern {
        let hours = found.flatMap { Array($0.hours) }
        let present = sheet.day(of: station.id)?.hours.prefix(sheet.dueHours).count { $0.hasMessage } ?? 0
        return MorningPage.Concern(
            kind: "无数据", tone: "urgent", title: "\(station.name) \(HourText.list(hours)) 共 \(hours.count) 小时无数据",
            detail: "断网或无报文；当日收到 \(present) 小时", href: SiteURL.station(station.id, on: sheet.date).path,
            stateText: "待查", isDone: false)
    }

    private static func question(
        _ found: [AirFinding], of station: RegisteredObject, on sheet: AirDaySheet
    ) -> MorningPage.Concern? {
        guard let first = found.first else { return nil }
        let hours = Set(found.flatMap { Array($0.hours) }).sorted()
        let items = Set(found.flatMap(\.items)).sorted().map(\.screenName).joined(separator: "、")
        let marks = hours.map { sheet.mark(of: station, hour: $0) }
        let open = zip(hours, marks).filter { $0.1 == .query }.map(\.0)
        let decided: HourMark? = [HourMark.rejected, .doubted].first { mark in marks.contains { $0 == mark } }
        let isOurs = StationOwnership.isReviewedHere(station)
        let state =
            open.isEmpty
            ? (isOurs ? "已\((decided ?? .kept).name)" : "上级审核") : "待核 \(open.count) 时"
        return MorningPage.Concern(
            kind: first.kindName, tone: first.tone,
            title:
                "\(station.name) \(HourText.list(hours)) \(first.kind == .inverted ? "PM₂.₅ 高于 PM₁₀" : "\(items) \(first.kindName)")",
            detail: first.sentence,
            href: SiteURL.hour(open.first ?? hours[0], of: station.id, on: sheet.date).path, stateText: state,
            isDone: open.isEmpty)
    }
}
