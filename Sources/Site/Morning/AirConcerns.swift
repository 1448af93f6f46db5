import Monitoring
import Registry
import Standards

/// Findings of the automatic checks as things to look at: one a station and kind, however many hours it has.
enum AirConcerns {
    static func concerns(_ sheet: AirDaySheet) -> [MorningPage.Concern] {
        // Without any data the day as a whole is the matter, not each station of it.
        guard sheet.hasData else { return [] }
        return sheet.stations.flatMap { station in
            let found = sheet.findings.filter { $0.station == station.id }
            return kinds(of: found).compactMap { kind in
                let same = found.filter { $0.kindName == kind }
                if same.allSatisfy(\.isSilent) { return silence(same, of: station, on: sheet) }
                return same.allSatisfy { !$0.isQuestion }
                    ? hint(same, of: station, on: sheet) : question(same, of: station, on: sheet)
            }
        }
    }

    /// The kinds found, silence first, then as they came.
    private static func kinds(of found: [AirFinding]) -> [String] {
        var kinds: [String] = []
        for finding in found.filter(\.isSilent) + found where !kinds.contains(finding.kindName) {
            kinds.append(finding.kindName)
        }
        return kinds
    }

    private static func silence(
        _ found: [AirFinding], of station: RegisteredObject, on sheet: AirDaySheet
    ) -> MorningPage.Concern {
        let hours = Set(found.flatMap { Array($0.hours) }).sorted()
        let messages = sheet.day(of: station.id)?.hours.prefix(sheet.dueHours).filter(\.hasMessage) ?? []
        let isSilent = !messages.contains { hours.contains($0.number) }
        let items = Set(found.flatMap(\.items)).sorted().map(\.screenName).joined(separator: "、")
        return MorningPage.Concern(
            kind: "无数据", tone: "urgent",
            title: isSilent
                ? "\(station.name) \(HourText.list(hours)) 共 \(hours.count) 小时无数据"
                : "\(station.name) \(HourText.list(hours)) \(items) 无有效值",
            detail: (isSilent ? "断网或无报文" : "有报文而无有效值，原因见各小时标记") + "；当日收到 \(messages.count) 小时",
            href: SiteURL.station(station.id, on: sheet.date).path, stateText: "待查", isDone: false)
    }

    /// Hints and marks of devices say where to look; nobody decides about values because of them.
    private static func hint(
        _ found: [AirFinding], of station: RegisteredObject, on sheet: AirDaySheet
    ) -> MorningPage.Concern {
        let items = Set(found.flatMap(\.items)).sorted().map(\.screenName).joined(separator: "、")
        let hours = HourText.list(Set(found.flatMap { Array($0.hours) }).sorted())
        return MorningPage.Concern(
            kind: found[0].kindName, tone: "calm", title: "\(station.name) \(hours) \(items) \(found[0].kindName)",
            detail: found[0].first.sentence, href: SiteURL.reviewMatrix(on: sheet.date, station: station.id).path,
            stateText: "查仪器", isDone: false)
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
            kind: first.kindName, tone: first.has(.restart) ? "note" : first.tone,
            title:
                "\(station.name) \(HourText.list(hours)) \(first.has(.ordering) ? "PM₂.₅ 高于 PM₁₀" : "\(items) \(first.kindName)")",
            detail: first.first.sentence,
            href: SiteURL.hour(open.first ?? hours[0], of: station.id, on: sheet.date).path, stateText: state,
            isDone: open.isEmpty)
    }
}
