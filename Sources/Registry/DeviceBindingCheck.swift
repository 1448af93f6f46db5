import Ledger
import Records
import Standards
import Storage

/// What must hold of a binding before it is put on record. The fields named in errors are those of the record's body.
enum DeviceBindingCheck {
    /// A number longer than this is no device number (HJ 212 allows 24).
    static let greatestNumberLength = 64
    /// A packet of HJ 212 holds fewer; more would be a mistake of whoever asks.
    static let greatestChannelCount = 500
    /// Names of people, firms and models are shorter.
    static let greatestTextLength = 200

    /// - Parameter milliseconds: the moment of the record since 1970-01-01T00:00:00Z.
    static func check(_ action: Action, in connection: ReadConnection, at milliseconds: Int64) throws {
        let body = action.body
        guard body["version"]?.integer == DeviceSettings.version else { throw invalid("version", "") }
        guard (1...greatestNumberLength).contains(action.subject.count) else { throw invalid("mn", action.subject) }
        try checkPredecessor(action, in: connection)
        let object = body["object"]?.text ?? ""
        guard let watched = try RegistryStore.object(object, in: connection), watched.kind.isWatchedByDevices else {
            throw RecordsError(.unknownSubject, field: "object", detail: object)
        }
        try checkTexts(body)
        try checkIntervals(body)
        let today = Instant(secondsSince1970: milliseconds / 1_000).beijingDate
        for field in ["acceptedOn", "filedOn"] { try checkDate(body, field, today: today) }
        try checkChannels(body["channels"]?.elements ?? [])
    }

    /// Two people may look at one device: who comes second has to look again.
    private static func checkPredecessor(_ action: Action, in connection: ReadConnection) throws {
        guard let expected = action.body["follows"]?.integer else { return }
        let last = try RegistryStore.lastBinding(of: action.subject, in: connection) ?? 0
        guard last == expected else { throw RecordsError(.superseded, field: "follows", detail: "\(last)") }
    }

    private static func checkTexts(_ body: CanonicalValue) throws {
        let ownership = body["ownership"]?.text ?? ""
        guard DeviceOwnership(rawValue: ownership) != nil else { throw invalid("ownership", ownership) }
        if (body["owner"]?.text?.count ?? 0) > greatestTextLength { throw invalid("owner", "\(greatestTextLength)") }
        if let id = body["keyID"]?.text, !isKeyID(id) { throw invalid("keyID", id) }
        if let dialect = body["dialect"]?.text, !isName(dialect) { throw invalid("dialect", dialect) }
        for name in (body["tolerances"]?.elements ?? []).map({ $0.text ?? "" }) where !isName(name) {
            throw invalid("tolerances", name)
        }
    }

    /// A line of the file of keys begins with it, and blanks end it there; `#` begins a remark.
    private static func isKeyID(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count) && !text.hasPrefix("#") && !text.contains(where: \.isWhitespace)
    }

    /// Names for programs, which only HJ212 knows the list of.
    private static func isName(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            }
    }

    /// Periods fill the hour or the day without a rest, or no label would name one.
    private static func checkIntervals(_ body: CanonicalValue) throws {
        let minute = body["minuteSeconds"]?.integer ?? 0
        guard (60...3_600).contains(minute), minute % 60 == 0, 3_600 % minute == 0 else {
            throw invalid("minuteSeconds", "\(minute)")
        }
        let hour = body["hourSeconds"]?.integer ?? 0
        guard (3_600...86_400).contains(hour), hour % 3_600 == 0, 86_400 % hour == 0 else {
            throw invalid("hourSeconds", "\(hour)")
        }
        if let realtime = body["realtimeSeconds"]?.integer, !(0...3_600).contains(realtime) {
            throw invalid("realtimeSeconds", "\(realtime)")
        }
    }

    private static func checkDate(_ body: CanonicalValue, _ field: String, today: CivilDate) throws {
        guard let text = body[field]?.text else { return }
        guard let date = CivilDate(text), date <= today else { throw invalid(field, text) }
    }

    private static func checkChannels(_ elements: [CanonicalValue]) throws {
        guard elements.count <= greatestChannelCount else { throw invalid("channels", "\(greatestChannelCount)") }
        var codes: Set<String> = []
        for element in elements {
            guard let channel = DeviceChannel(canonical: element) else { throw invalid("channels", "\(element)") }
            guard codes.insert(channel.code.lowercased()).inserted else { throw invalid("code", channel.code) }
            if let range = channel.range, !range.isSound { throw invalid("range", channel.code) }
            for text in [channel.analyser, channel.serial, channel.range?.unit ?? ""]
            where text.count > greatestTextLength {
                throw invalid("analyser", channel.code)
            }
        }
    }

    private static func invalid(_ field: String, _ detail: String) -> RecordsError {
        RecordsError(.invalid, field: field, detail: detail)
    }
}
