package import Gateway
import Monitoring
package import Records
package import Reporting
package import Standards
package import Storage

/// An address within the site, ready for `href`.
package struct SiteURL: Hashable, Sendable {
    /// Path and query, percent-encoded.
    package let path: String

    /// Fills the pattern of a route.
    ///
    /// - Parameters:
    ///   - parts: values of its captures, not yet encoded.
    ///   - query: names and values in their order; nil values are left out.
    init(_ route: SiteRoute, _ parts: [String: String] = [:], query: [(String, String?)] = []) {
        let segments = route.rawValue.split(separator: "/").map { segment -> String in
            guard let open = segment.firstIndex(of: "{"), let close = segment.firstIndex(of: "}") else {
                return String(segment)
            }
            let name = String(segment[segment.index(after: open)..<close])
            let value = PercentCoding.encoded(parts[name] ?? "")
            return String(segment[..<open]) + value + segment[segment.index(after: close)...]
        }
        let pairs = query.compactMap { name, value in value.map { "\(name)=\(PercentCoding.encoded($0))" } }
        path = "/" + segments.joined(separator: "/") + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }

    private init(path: String) { self.path = path }

    /// The same address with a place on the page.
    package func at(_ anchor: String) -> SiteURL { SiteURL(path: path + "#" + anchor) }

    /// The same page as of a record of the ledger; nil for the present.
    package func asOf(_ sequence: Int64?) -> SiteURL {
        guard let sequence else { return self }
        return SiteURL(path: path + (path.contains("?") ? "&" : "?") + "asof=\(sequence)")
    }
}

extension SiteURL {
    package static func morning(_ date: CivilDate? = nil) -> SiteURL {
        SiteURL(.morning, query: [("date", date?.description)])
    }

    package static func print(_ date: CivilDate) -> SiteURL { SiteURL(.print, query: [("date", date.description)]) }

    package static func stations(_ date: CivilDate? = nil) -> SiteURL {
        SiteURL(.stations, query: [("date", date?.description)])
    }

    /// - Parameter recorded: the record of a review whose success the page shall tell.
    package static func station(_ id: String, on date: CivilDate? = nil, recorded: Int64? = nil) -> SiteURL {
        SiteURL(
            .station, ["station": id], query: [("date", date?.description), ("recorded", recorded.map(String.init))])
    }

    package static func stationCSV(_ id: String, on date: CivilDate) -> SiteURL {
        SiteURL(.stationCSV, ["station": id], query: [("date", date.description)])
    }

    /// - Parameter hour: 1 … 24, the hour at whose end it stands.
    package static func hour(_ hour: Int, of id: String, on date: CivilDate, recorded: Int64? = nil) -> SiteURL {
        SiteURL(
            .hour, ["station": id, "date": date.description, "hour": String(hour)],
            query: [("recorded", recorded.map(String.init))])
    }

    package static func reviews(from: CivilDate? = nil, to: CivilDate? = nil, station: String? = nil) -> SiteURL {
        SiteURL(
            .reviews, query: [("from", from?.description), ("to", to?.description), ("station", station)])
    }

    /// The matrix of a day: an item of all stations, or all items of a station.
    ///
    /// - Parameters:
    ///   - at: the value to which the eye is led.
    ///   - recorded: the record whose success the page shall tell.
    package static func reviewMatrix(
        on date: CivilDate? = nil, item: AirItem? = nil, station: String? = nil, at: String? = nil,
        recorded: Int64? = nil
    ) -> SiteURL {
        SiteURL(
            .reviewMatrix,
            query: [
                ("day", date?.description), ("item", station == nil ? item?.rawValue : nil), ("station", station),
                ("at", at), ("recorded", recorded.map(String.init)),
            ])
    }

    /// - Parameter recorded: the record whose success the page shall tell.
    package static func reviewSuperior(
        of station: String? = nil, on date: CivilDate? = nil, recorded: Int64? = nil
    ) -> SiteURL {
        SiteURL(
            .reviewSuperior,
            query: [("day", date?.description), ("station", station), ("recorded", recorded.map(String.init))])
    }

    /// - Parameter recorded: the record whose success the page shall tell.
    package static func reviewService(
        _ month: CivilDate? = nil, station: String? = nil, recorded: Int64? = nil
    ) -> SiteURL {
        SiteURL(
            .reviewService,
            query: [("month", month?.monthText), ("station", station), ("recorded", recorded.map(String.init))])
    }

    /// - Parameter month: any day of it.
    package static func reviewDuty(_ month: CivilDate? = nil, recorded: Int64? = nil) -> SiteURL {
        SiteURL(.reviewDuty, query: [("month", month?.monthText), ("recorded", recorded.map(String.init))])
    }

    /// - Parameter month: any day of it.
    package static func reviewCompleteness(_ month: CivilDate? = nil, station: String? = nil) -> SiteURL {
        SiteURL(.reviewCompleteness, query: [("month", month?.monthText), ("station", station)])
    }

    /// - Parameter month: any day of it.
    package static func reviewContractors(_ month: CivilDate? = nil) -> SiteURL {
        SiteURL(.reviewContractors, query: [("month", month?.monthText)])
    }

    /// - Parameter month: any day of it.
    package static func water(_ month: CivilDate? = nil) -> SiteURL {
        SiteURL(.water, query: [("month", month?.monthText)])
    }

    package static func section(_ id: String, month: CivilDate? = nil) -> SiteURL {
        SiteURL(.section, ["section": id], query: [("month", month?.monthText)])
    }

    /// The calendar of a year of a place; nil for the whole district.
    static func airCalendar(_ year: Int, place: String? = nil) -> SiteURL {
        SiteURL(.airCalendar, ["year": String(year)], query: [("place", place)])
    }

    static func airCalendarCSV(_ year: Int, place: String) -> SiteURL {
        SiteURL(.airCalendarCSV, ["year": String(year)], query: [("place", place)])
    }

    static var analysis: SiteURL { SiteURL(.analysis) }

    static func analysis(_ view: AnalysisView) -> SiteURL { SiteURL(.analysisView, ["view": view.rawValue]) }

    static func analysisCSV(_ view: AnalysisView, query: [(String, String?)]) -> SiteURL {
        SiteURL(.analysisCSV, ["view": view.rawValue], query: query)
    }

    /// - Parameter recorded: the record whose success the page shall tell, 0 where a survey found nothing; nil for no step.
    static func alerts(recorded: Int64?) -> SiteURL { SiteURL(.alerts, query: [("recorded", String(recorded ?? 0))]) }

    static func alerts() -> SiteURL { SiteURL(.alerts) }

    static func alert(_ id: String) -> SiteURL { SiteURL(.alert, ["alert": id]) }

    /// - Parameter month: any day of it.
    static func alertStatistics(_ month: CivilDate?) -> SiteURL {
        SiteURL(.alertStatistics, query: [("month", month?.monthText)])
    }

    static func alertsCSV(_ query: AlertQuery) -> SiteURL {
        SiteURL(
            .alertsCSV,
            query: [
                ("show", query.show.rawValue), ("kind", query.kind?.rawValue), ("month", query.month?.monthText),
            ])
    }

    package static var leads: SiteURL { SiteURL(.leads) }

    package static func lead(_ outlet: String, on date: CivilDate) -> SiteURL {
        SiteURL(.lead, ["outlet": outlet, "date": date.description])
    }

    /// The hours of an outlet's item on a day.
    ///
    /// - Parameters:
    ///   - channel: outlet and item as `OutletChannel` names them, or the outlet alone.
    ///   - recorded: the record whose success the page shall tell.
    package static func outletDay(
        _ channel: String, on date: CivilDate, recorded: Int64? = nil
    ) -> SiteURL {
        SiteURL(
            .outletDay,
            query: [("day", date.description), ("channel", channel), ("recorded", recorded.map(String.init))])
    }

    package static func leadDocx(_ outlet: String, on date: CivilDate) -> SiteURL {
        SiteURL(.leadDocx, ["outlet": outlet, "date": date.description])
    }

    package static var reports: SiteURL { SiteURL(.reports) }

    package static var reportCheck: SiteURL { SiteURL(.reportCheck) }

    /// - Parameter period: a day, or a month as `2026-10`.
    package static func report(_ id: String, _ period: String) -> SiteURL {
        SiteURL(.report, ["report": id, "period": period])
    }

    package static func reportDocx(_ id: String, _ period: String) -> SiteURL {
        SiteURL(.reportDocx, ["report": id, "period": period])
    }

    /// - Parameter sealed: the record of a sealing whose success the page shall tell.
    package static func report(_ id: String, _ period: String, sealed: Int64) -> SiteURL {
        SiteURL(.report, ["report": id, "period": period], query: [("sealed", String(sealed))])
    }

    /// The file that was issued.
    package static func sealedDocx(_ document: SealedDocument) -> SiteURL {
        SiteURL(
            .sealedDocx,
            [
                "report": document.document, "period": document.period, "sequence": String(document.sequence),
            ])
    }

    /// How a sealed document stands with the public.
    package static func publication(_ document: Int64, recorded: Int64? = nil) -> SiteURL {
        SiteURL(
            .publication, ["sequence": String(document)], query: [("recorded", recorded.map { String($0) })])
    }

    /// The public page of a sealed document: what its QR code leads to.
    package static func publicDocument(
        _ id: String, _ period: String, asOf: Int64, claim: ClaimID? = nil
    ) -> SiteURL {
        SiteURL(
            .publicDocument, ["report": id, "period": period],
            query: [("asof", String(asOf)), ("claim", claim?.rawValue)])
    }

    package static func publicDocument(_ document: SealedDocument, claim: ClaimID? = nil) -> SiteURL {
        publicDocument(document.document, document.period, asOf: document.asOf, claim: claim)
    }

    package static var claims: SiteURL { SiteURL(.claims) }

    package static func claim(_ id: ClaimID) -> SiteURL { SiteURL(.claim, ["claim": id.rawValue]) }

    /// The public proof bundle of a claim.
    package static func claimBundle(_ id: ClaimID) -> SiteURL { SiteURL(.claimBundle, ["claim": id.rawValue]) }

    /// - Parameters:
    ///   - page: 1 for the first page of its inputs.
    ///   - period: the day or month whose inputs are shown; nil for all.
    ///   - countsAll: whether all that lies below is counted, however much it is.
    package static func figure(
        _ request: FigureRequest, page: Int = 1, within period: String? = nil, countsAll: Bool = false
    ) -> SiteURL {
        var path = request.path
        if let period { path += "&in=\(period)" }
        if page > 1 { path += "&page=\(page)" }
        return SiteURL(path: path + (countsAll ? "&count=all" : ""))
    }

    /// Why a figure differs between two records of the ledger.
    package static func change(of request: FigureRequest, from: Int64, to: Int64) -> SiteURL {
        SiteURL(path: request.path + "&from=\(from)&to=\(to)").at("change")
    }

    package static func packet(_ address: PacketAddress) -> SiteURL {
        SiteURL(.packet, ["address": String(address.rawValue)])
    }

    package static func importRow(batch: Int64, line: Int64) -> SiteURL {
        SiteURL(.importRow, ["batch": String(batch), "line": String(line)])
    }

    package static func record(_ sequence: Int64) -> SiteURL { SiteURL(.record, ["sequence": String(sequence)]) }

    /// The trace of an input.
    ///
    /// - Parameter countsAll: whether all that lies below is counted, however much it is.
    package static func evidence(_ input: InputID, countsAll: Bool = false) -> SiteURL {
        let segments = input.rawValue.split(separator: "/", omittingEmptySubsequences: false)
        return SiteURL(
            path: "/evidence/" + segments.map { PercentCoding.encoded(String($0)) }.joined(separator: "/")
                + (countsAll ? "?count=all" : ""))
    }

    /// Where a chain of evidence ends.
    package static func evidence(_ evidence: InputTrace.Evidence) -> SiteURL {
        switch evidence {
        case .packet(let address): packet(address)
        case .importRow(let batch, let line): importRow(batch: batch, line: line)
        case .record(let sequence): record(sequence)
        }
    }

    package static var devices: SiteURL { SiteURL(.devices) }

    package static var adoption: SiteURL { SiteURL(.adoption) }

    /// - Parameter recorded: the record of a binding whose success the page shall tell.
    package static func adoptDevice(_ mn: String, recorded: Int64? = nil, read: Int? = nil) -> SiteURL {
        SiteURL(
            .adoptDevice, ["mn": mn],
            query: [("recorded", recorded.map(String.init)), ("read", read.map(String.init))])
    }

    package static func devices(_ filter: FleetFilter) -> SiteURL { SiteURL(.devices, query: filter.query) }

    /// What is listed, all pages of it.
    package static func devicesCSV(_ filter: FleetFilter) -> SiteURL {
        SiteURL(.devicesCSV, query: filter.with { $0.page = 1 }.query)
    }

    package static func device(_ mn: String) -> SiteURL { SiteURL(.device, ["mn": mn]) }

    /// The last packet of a device with a fault.
    package static func devicePacket(_ mn: String, with fault: PacketFault) -> SiteURL {
        SiteURL(.devicePacket, ["mn": mn, "fault": fault.rawValue])
    }

    /// - Parameter recorded: the record whose success the page shall tell.
    package static func upstreams(recorded: Int64? = nil) -> SiteURL {
        SiteURL(.upstreams, query: [("recorded", recorded.map(String.init))])
    }

    package static func upstream(_ id: String) -> SiteURL { SiteURL(.upstream, ["upstream": id]) }

    package static var health: SiteURL { SiteURL(.health) }

    /// - Parameters:
    ///   - command: the one whose form is shown.
    ///   - recorded: the record of a command whose success the page shall tell.
    package static func deviceCommands(_ mn: String, command: String? = nil, recorded: Int64? = nil) -> SiteURL {
        SiteURL(
            .deviceCommands, ["mn": mn], query: [("command", command), ("recorded", recorded.map(String.init))])
    }

    package static var law: SiteURL { SiteURL(.law) }

    package static func violation(_ code: String) -> SiteURL { SiteURL(.violation, ["violation": code]) }

    package static var rules: SiteURL { SiteURL(.rules) }

    package static func rules(_ filter: RuleFilter) -> SiteURL {
        SiteURL(.rules, query: [("show", filter == .all ? nil : filter.rawValue)])
    }

    package static func rule(_ id: String) -> SiteURL { SiteURL(.rule, ["rule": id]) }
}
