import Monitoring
import Registry
import Standards

/// How alerts are put into words.
struct AlertWords {
    private let objects: [String: RegisteredObject]
    private let now: Int64

    init(in context: PageContext) throws {
        var objects: [String: RegisteredObject] = [:]
        for kind in ObjectKind.allCases where kind.isWatchedByDevices {
            for object in try RegistryStore.objects(kind, in: context.connection) { objects[object.id] = object }
        }
        self.objects = objects
        now = context.now.secondsSince1970 * 1_000
    }

    static func name(_ kind: AlertKind) -> String {
        switch kind {
        case .exceedance: "超限"
        case .trend: "趋势预警"
        case .silence: "断数"
        case .instrument: "仪器状态"
        }
    }

    static func name(_ outcome: Alert.Outcome) -> String {
        switch outcome {
        case .real: "属实"
        case .mistaken: "误报"
        case .undecided: "无法判断"
        }
    }

    /// The name of an object; its id where it is not registered any more.
    func object(_ id: String) -> String {
        guard let object = objects[id] else { return id }
        return object.kind == .outlet ? "\(object.text("enterprise")) \(object.name)" : object.name
    }

    /// The name of an item.
    static func item(_ item: String) -> String { AirItem(rawValue: item)?.screenName ?? item }

    /// What a cause is called, e.g. PM₂.₅ 升高（11-21） or A2站 断数（11-21）.
    func cause(_ cause: String) -> String {
        let parts = cause.split(separator: "/").map(String.init)
        guard parts.count == 3 else { return cause }
        let day = CivilDate(parts[2])?.shortText ?? parts[2]
        switch parts[0] {
        case "air": return "\(Self.item(parts[1])) 升高（\(day)）"
        case "silent": return "\(object(parts[1])) 断数（\(day)）"
        case "device": return "\(object(parts[1])) 仪器（\(day)）"
        default: return "\(object(parts[1])) 超限（\(day)）"
        }
    }

    /// How far it has come: 待派, 处理中, 超期, 属实 …
    func state(_ alert: Alert) -> String {
        if let outcome = alert.outcome { return Self.name(outcome) }
        guard alert.isForPerson else { return "已抑制" }
        if alert.isOverdue(at: now) { return "超期" }
        return alert.person == nil ? "待派" : "处理中"
    }

    /// A class for the state: it never stands without its word.
    func tone(_ alert: Alert) -> String {
        if alert.outcome != nil || !alert.isForPerson { return "plain" }
        return alert.isOverdue(at: now) ? "worse" : "better"
    }

    /// What is left of its time, e.g. 余 5 小时, 超 2 小时.
    func timer(_ alert: Alert) -> String {
        guard alert.isForPerson else { return "—" }
        if let closed = alert.closedMilliseconds {
            return "\(Self.hours(closed - alert.raisedMilliseconds)) 小时办结"
        }
        let left = alert.dueMilliseconds - now
        return left >= 0 ? "余 \(Self.hours(left)) 小时" : "超 \(Self.hours(-left)) 小时"
    }

    private static func hours(_ milliseconds: Int64) -> Int64 { milliseconds / 3_600_000 }

    static func moment(_ milliseconds: Int64) -> String {
        Instant(secondsSince1970: milliseconds / 1_000).minuteText
    }

    /// E.g. 11-21 03:00—05:00.
    static func span(_ alert: Alert) -> String {
        let (start, end) = (alert.identity.start, alert.until)
        let isOneDay = start.beijingDate == end.beijingDate
        return "\(start.shortMinuteText)—\(isOneDay ? String(end.minuteText.suffix(5)) : end.shortMinuteText)"
    }
}
