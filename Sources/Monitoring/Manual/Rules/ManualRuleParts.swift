import Catalog
import Standards

/// What the files of a day hold, part by part. Where a bureau's own file stands before the bundled one, its parts hold.
struct ManualRuleParts {
    private(set) var frequencies: [ManualFrequency] = []
    private(set) var items: [ManualItem] = []
    private(set) var units: [String: (unit: String, power: Int)] = [:]
    private(set) var sets: [(title: String, items: [String])] = []
    private(set) var forms: [ManualForm] = []
    private(set) var laboratory: LaboratoryTableRule?
    private(set) var quality: ManualQualityRule?
    private(set) var comparison: ManualComparisonRule?
    private(set) var automaticFirst: Set<WaterItem> = []
    private(set) var faults: [CatalogFault] = []

    private static let keys = [
        "manual_frequencies", "manual_items", "manual_units", "manual_sets", "laboratory_report", "manual_quality",
        "manual_series", "manual_comparison",
    ]

    init(_ files: [RuleFile], sheets: [RuleFile]) {
        for file in files { read(file) }
        for file in sheets { readSheet(file) }
        faults.sort()
    }

    private mutating func read(_ file: RuleFile) {
        let reader = RuleReader(file)
        let body = reader.body(keys: Self.keys)
        let rows = body.optionalList("manual_frequencies").compactMap { Self.frequency($0, reader) }
        if frequencies.isEmpty { frequencies = rows }
        let read = body.optionalList("manual_items").map { Self.item($0, reader) }
        if items.isEmpty { items = read }
        for node in body.optionalList("manual_units") {
            let row = reader.mapping(node, keys: ["unit", "is", "power"])
            let unit = row.text("unit")
            if units[unit] == nil { units[unit] = (row.text("is"), row.integer("power", in: -9...9)) }
        }
        let named = body.optionalList("manual_sets").map { node in
            let row = reader.mapping(node, keys: ["code", "title", "items"])
            _ = row.text("code")
            return (title: row.text("title"), items: row.texts("items"))
        }
        if sets.isEmpty { sets = named }
        if let part = body.optionalMapping("laboratory_report", keys: ["columns", "kinds", "not_detected"]) {
            let rule = Self.laboratory(part)
            laboratory = laboratory ?? rule
        }
        let qualityKeys = ["field_blanks", "parallel_share", "default_percent", "parallels"]
        if let part = body.optionalMapping("manual_quality", keys: qualityKeys) {
            let rule = Self.quality(part, reader, id: file.header.id)
            quality = quality ?? rule
        }
        if let part = body.optionalMapping("manual_series", keys: ["automatic_first"]) {
            let found = Self.waterItems(part)
            if automaticFirst.isEmpty { automaticFirst = found }
        }
        let comparisonKeys = ["differences", "percents", "alike_up_to_class", "others"]
        if let part = body.optionalMapping("manual_comparison", keys: comparisonKeys) {
            let rule = Self.comparison(part, reader, id: file.header.id)
            comparison = comparison ?? rule
        }
        faults += reader.faults
    }

    private static func frequency(_ node: RuleNode, _ reader: RuleReader) -> ManualFrequency? {
        let row = reader.mapping(node, keys: ["code", "title", "every"])
        guard let every = row.choice("every", as: ManualFrequency.Every.self) else { return nil }
        return ManualFrequency(code: row.text("code"), title: row.text("title"), every: every)
    }

    private static func item(_ node: RuleNode, _ reader: RuleReader) -> ManualItem {
        let row = reader.mapping(node, keys: ["code", "title", "unit", "aliases", "methods", "automatic"])
        let code = row.text("code")
        let automatic = row.optionalTexts("automatic")
        return ManualItem(
            code: code, title: row.text("title"), unit: row.text("unit"), aliases: row.optionalTexts("aliases"),
            methods: row.optionalList("methods").map { node in
                let method = reader.mapping(node, keys: ["method", "limit"])
                return ManualItem.Method(name: method.text("method"), limit: method.optionalDecimal("limit"))
            }, automatic: automatic.isEmpty ? [code] : automatic)
    }

    private static func laboratory(_ part: RuleMapping) -> LaboratoryTableRule {
        let columns = part.mapping("columns", keys: LaboratoryTableRule.Column.allCases.map(\.rawValue))
        let kinds = part.mapping("kinds", keys: LaboratoryRow.Kind.allCases.map(\.rawValue))
        return LaboratoryTableRule(
            columns: Dictionary(
                uniqueKeysWithValues: LaboratoryTableRule.Column.allCases.map { ($0, columns.texts($0.rawValue)) }),
            kinds: Dictionary(
                uniqueKeysWithValues: LaboratoryRow.Kind.allCases.map { ($0, kinds.texts($0.rawValue)) }),
            notDetected: part.texts("not_detected"))
    }

    private static func quality(_ part: RuleMapping, _ reader: RuleReader, id: String) -> ManualQualityRule {
        ManualQualityRule(
            fieldBlanks: part.integer("field_blanks", in: 0...100), parallelShare: part.fraction("parallel_share"),
            defaultPercent: part.decimal("default_percent"),
            parallels: part.list("parallels").map { node in
                let row = reader.mapping(node, keys: ["item", "up_to", "percent", "difference"])
                let percent = row.optionalDecimal("percent")
                let difference = row.optionalDecimal("difference")
                if (percent == nil) == (difference == nil) {
                    row.refuse("item", .other(message: "平行样限值须且只须写一种", mend: "写 percent 或 difference 之一"))
                }
                return ManualQualityRule.Parallel(
                    item: row.text("item"), upTo: row.optionalDecimal("up_to"), percent: percent,
                    difference: difference)
            }, rule: id)
    }

    private static func waterItems(_ part: RuleMapping) -> Set<WaterItem> {
        var found: Set<WaterItem> = []
        for text in part.texts("automatic_first") {
            if let item = WaterItem(rawValue: text) {
                found.insert(item)
            } else {
                part.refuse(
                    "automatic_first",
                    .notAllowed(
                        key: "automatic_first", value: text, nearest: nil, allowed: WaterItem.allCases.map(\.rawValue)))
            }
        }
        return found
    }

    private static func comparison(_ part: RuleMapping, _ reader: RuleReader, id: String) -> ManualComparisonRule {
        var differences: [String: ExactDecimal] = [:]
        for node in part.list("differences") {
            let row = reader.mapping(node, keys: ["item", "difference"])
            differences[row.text("item")] = row.decimal("difference")
        }
        let percents = part.list("percents").map { node in
            let row = reader.mapping(node, keys: ["above_class", "percent"])
            let above = WaterClass(rawValue: row.integer("above_class", in: 1...5)) ?? .five
            return (aboveClass: above, percent: row.decimal("percent"))
        }
        return ManualComparisonRule(
            differences: differences, percents: percents.sorted { $0.aboveClass > $1.aboveClass },
            alikeUpTo: WaterClass(rawValue: part.integer("alike_up_to_class", in: 1...5)) ?? .two,
            others: part.decimal("others"), rule: id)
    }
}

extension ManualRuleParts {
    private mutating func readSheet(_ file: RuleFile) {
        let reader = RuleReader(file)
        let body = reader.body(keys: ["manual_sheet"])
        let row = body.mapping(
            "manual_sheet", keys: ["code", "kinds", "laboratory", "samplers", "on_site", "fields"])
        let form = ManualForm(
            code: row.text("code"), title: file.header.title, kinds: row.texts("kinds"),
            needsLaboratory: row.flag("laboratory"), samplers: row.integer("samplers", in: 1...5),
            onSite: row.texts("on_site"), fields: row.list("fields").map { Self.field($0, reader) },
            rule: file.header.id)
        if !forms.contains(where: { $0.code == form.code }) { forms.append(form) }
        faults += reader.faults
    }

    private static func field(_ node: RuleNode, _ reader: RuleReader) -> ManualForm.Field {
        let row = reader.mapping(node, keys: ["code", "title", "options", "number", "needed"])
        return ManualForm.Field(
            code: row.text("code"), title: row.text("title"), options: row.optionalTexts("options"),
            isNumber: row.optionalFlag("number") ?? false, isNeeded: row.optionalFlag("needed") ?? false)
    }
}
