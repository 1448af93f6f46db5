import Catalog
import Standards

extension Violation {
    init(_ file: RuleFile, with reader: RuleReader) {
        let body = reader.body(keys: ["category", "description", "note", "provisions"])
        code = file.header.id
        title = file.header.title
        confidence = file.header.confidence
        category = body.choice("category", as: Category.self) ?? .general
        description = body.text("description")
        note = body.optionalText("note")
        let nodes = body.list("provisions")
        let read = nodes.map { Provision($0, with: reader) }
        for (index, provision) in read.enumerated()
        where read[..<index].contains(where: { $0.effective.overlaps(provision.effective) }) {
            reader.refuse(nodes[index], .other(message: "两条规定在同一天都有效", mend: "改正 effective 的 from 和 to"))
        }
        provisions = read.sorted { $0.effective.from > $1.effective.from }
    }
}

extension Provision {
    private static let keys = [
        "law", "effective", "violated", "penalty", "authority", "correction", "fine_after", "tiers", "persons",
        "confiscates_gains", "daily_penalty", "production_limit", "seizure", "detention", "crime", "measures", "note",
        "note_on_persons", "note_on_detention", "unverified",
    ]

    init(_ node: RuleNode, with reader: RuleReader) {
        let row = reader.mapping(node, keys: Self.keys)
        let range = row.mapping("effective", keys: ["from", "to"])
        let people = row.optionalList("persons")
        law = row.text("law")
        effective = Effective(from: range.date("from"), to: range.optionalDate("to"))
        violated = row.texts("violated")
        penalty = row.text("penalty")
        authority = row.optionalText("authority")
        correction = row.optionalChoice("correction", as: Correction.self)
        fineAfter = row.optionalChoice("fine_after", as: FineCondition.self)
        tiers = row.optionalList("tiers").compactMap { FineTier($0, with: reader) }
        persons = people.compactMap { FineTier($0, with: reader, mayBeBan: true) }
        bans = people.compactMap { reader.mapping($0, keys: FineTier.keys + ["ban"]).optionalText("ban") }
        confiscatesGains = row.optionalFlag("confiscates_gains") ?? false
        dailyPenalty = row.optionalMapping("daily_penalty", keys: Measure.keys).map(Measure.init)
        productionLimit = row.optionalMapping("production_limit", keys: Measure.keys).map(Measure.init)
        seizure = row.optionalMapping("seizure", keys: Measure.keys).map(Measure.init)
        detention = row.optionalMapping("detention", keys: Measure.keys).map(Measure.init)
        crime = row.optionalMapping("crime", keys: ["basis", "screen"]).map {
            Crime(basis: $0.text("basis"), screen: $0.optionalTexts("screen"))
        }
        measures = row.optionalTexts("measures")
        notes = ["note", "note_on_persons", "note_on_detention"].compactMap { row.optionalText($0) }
        isVerified = !(row.optionalFlag("unverified") ?? false)
    }
}

extension Measure {
    static let keys = ["applies", "basis", "measures", "target", "days", "lighter_days", "serious_days"]

    init(_ row: RuleMapping) {
        func days(_ key: String) -> ClosedRange<Int>? {
            let ends = row.optionalTexts(key).map { Int($0) }
            guard ends.count == 2, let least = ends[0], let most = ends[1], least <= most, least > 0 else {
                if !ends.isEmpty { row.refuse(key, .other(message: "天数应写成 [最少, 最多]", mend: "如 [5, 10]")) }
                return nil
            }
            return least...most
        }
        condition = row.choice("applies", as: Condition.self) ?? .arguable
        basis = row.optionalText("basis")
        kinds = row.optionalTexts("measures")
        target = row.optionalText("target")
        self.days = days("days")
        lighterDays = days("lighter_days")
        seriousDays = days("serious_days")
    }
}

extension FineTier {
    static let keys = ["when", "yuan", "fixed_yuan", "multiple", "percent", "of"]
    /// More than any law allows: a typing error.
    private static let greatestYuan = 10_000_000_000

    /// - Parameter mayBeBan: whether a row of no amount but a ban is none at fault.
    init?(_ node: RuleNode, with reader: RuleReader, mayBeBan: Bool = false) {
        let row = reader.mapping(node, keys: Self.keys + (mayBeBan ? ["ban"] : []))
        let base = row.optionalText("of")
        let forms = ["yuan", "fixed_yuan", "multiple", "percent"].filter { row.optional($0) != nil }
        if forms.isEmpty, mayBeBan { return nil }
        guard forms.count == 1 else {
            reader.refuse(
                node, .other(message: "罚款档应恰有一种金额", mend: "写 yuan、fixed_yuan、multiple、percent 中的一项"))
            return nil
        }
        func pair(_ key: String) -> (Rational, Rational)? {
            let ends = row.list(key).map { reader.fraction($0, name: key) }
            guard ends.count == 2, ends[0] <= ends[1], !ends[0].isNegative else {
                row.refuse(key, .other(message: "应写成 [最低, 最高]", mend: "两个数，前一个不大于后一个"))
                return nil
            }
            return (ends[0], ends[1])
        }
        when = row.text("when")
        switch forms[0] {
        case "yuan":
            let ends = row.list("yuan").map { reader.integer($0, name: "yuan", in: 0...Self.greatestYuan) }
            guard ends.count == 2, ends[0] <= ends[1] else {
                row.refuse("yuan", .other(message: "应写成 [最低, 最高]", mend: "两个整数，单位为元"))
                return nil
            }
            amount = .range(Money(yuan: Int64(ends[0]))...Money(yuan: Int64(ends[1])))
        case "fixed_yuan":
            let yuan = row.integer("fixed_yuan", in: 1...Self.greatestYuan)
            amount = .fixed(Money(yuan: Int64(yuan)), unit: base)
        default:
            guard let (least, most) = pair(forms[0]) else { return nil }
            guard let base else {
                row.refuse("of", .missingKey("of"))
                return nil
            }
            amount = forms[0] == "multiple" ? .multiple(least...most, of: base) : .percent(least...most, of: base)
        }
    }
}
