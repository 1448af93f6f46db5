import Catalog
package import Ledger
package import Records
import Registry
import Standards
package import Storage

/// Monthly values of water sections: the mean of each item, rounded before it is judged, the class by the worst item,
/// and what keeps the section from class III (环办〔2011〕22号, 环办监测函〔2020〕82号).
package struct WaterMonthProjection: Projection {
    package init() {}

    package let name = "water-months"
    package let version = 3

    /// The items that decide the class of the automatic stations.
    static let items: [WaterItem] = [.ph, .dissolvedOxygen, .codmn, .nh3n, .tp]

    /// The items of which a month is judged: those of the automatic stations, and what else was measured and decides a class.
    static func judged(
        _ measurements: [WaterItem: [WaterMeasurement]], by classes: WaterClassRule, _ means: WaterMeanRule
    ) -> [WaterItem] {
        let others = measurements.keys.filter { item in
            !items.contains(item) && classes.method.items.contains(item) && means.assessmentDecimals[item] != nil
        }
        return items + others.sorted()
    }

    package var definitions: [Definition] {
        [
            .table(
                "water_month",
                """
                (month TEXT NOT NULL, section TEXT NOT NULL, item TEXT NOT NULL, mean TEXT, assessed TEXT NOT NULL,
                count INTEGER NOT NULL, class INTEGER, indicator_rank INTEGER, multiple TEXT, rule TEXT NOT NULL,
                PRIMARY KEY (month, section, item)) STRICT, WITHOUT ROWID
                """),
            .table(
                "water_month_class",
                """
                (month TEXT NOT NULL, section TEXT NOT NULL, class INTEGER, target INTEGER, met INTEGER,
                rule TEXT NOT NULL, PRIMARY KEY (month, section)) STRICT, WITHOUT ROWID
                """),
            .table(
                "section_condition",
                """
                (section TEXT NOT NULL, month TEXT NOT NULL, condition TEXT NOT NULL, note TEXT NOT NULL,
                seq INTEGER NOT NULL, PRIMARY KEY (section, month)) STRICT, WITHOUT ROWID
                """),
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        switch record.action {
        case SectionActions.conditionNoted:
            try connection.execute(
                """
                INSERT INTO section_condition (section, month, condition, note, seq) VALUES
                (\(record.subject), \(record.body["month"]?.text ?? ""), \(record.body["condition"]?.text ?? ""),
                \(record.body["note"]?.text ?? ""), \(record.sequence))
                ON CONFLICT (section, month) DO UPDATE SET
                condition = excluded.condition, note = excluded.note, seq = excluded.seq
                """)
        case RegistryActions.objectRegistered where record.body["kind"]?.text == ObjectKind.section.rawValue:
            // Also months without any usable value: their target may be another one now.
            let months = try connection.reading.rows(
                "SELECT month FROM water_month_class WHERE section = \(record.subject)"
            ) { try $0.text("month") }
            for month in months.compactMap({ CivilDate($0 + "-01") }) {
                try Self.update(month, sections: [record.subject], in: connection, catalog: archive.catalog)
            }
        default: break
        }
    }

    package func rulesChanged(in connection: WriteConnection, from archive: Archive) throws {
        try connection.execute("DELETE FROM water_month")
        try connection.execute("DELETE FROM water_month_class")
        var changes = try ReadingChanges.ofAll(seconds: WaterMeasurements.seconds, in: connection.reading)
        changes.merge(try ReadingChanges.ofAllSamples(in: connection.reading))
        for (month, sections) in changes.waterMonths.sorted(by: { $0.key < $1.key }) {
            try Self.update(month, sections: sections, in: connection, catalog: archive.catalog)
        }
    }

    /// Makes the values of a month again for the sections named.
    static func update(
        _ month: CivilDate, sections: Set<String>, in connection: WriteConnection, catalog: RuleCatalog
    ) throws {
        let automaticFirst = try ManualRules.automaticFirst(catalog, on: month)
        let measurements = try WaterMeasurements.load(month, automaticFirst: automaticFirst, in: connection.reading)
        for id in sections.sorted() {
            guard let section = try RegistryStore.object(id, in: connection.reading), section.kind == .section
            else { continue }
            try write(
                measurements[id] ?? [:], of: section, month: month, in: connection, catalog: catalog)
        }
    }

    /// The rules of the month; nil when none was in force: its measurements stay, without a class.
    private static func rules(
        on month: CivilDate, _ catalog: RuleCatalog
    ) throws -> (WaterClassRule, WaterMeanRule)? {
        do throws(CatalogError) {
            return (try catalog.waterClassRule(on: month), try catalog.rule(.waterMeans, on: month))
        } catch {
            guard error.code == .nothingInForce else { throw error }
            return nil
        }
    }

    private static func write(
        _ measurements: [WaterItem: [WaterMeasurement]], of section: RegisteredObject, month: CivilDate,
        in connection: WriteConnection, catalog: RuleCatalog
    ) throws {
        let key = month.monthText
        try connection.execute("DELETE FROM water_month WHERE month = \(key) AND section = \(section.id)")
        try connection.execute("DELETE FROM water_month_class WHERE month = \(key) AND section = \(section.id)")
        guard let (rule, means) = try rules(on: month, catalog) else { return }
        let judged = judged(measurements, by: rule, means)
        var results: [WaterItem: WaterMean] = [:]
        for item in judged {
            guard let values = measurements[item], !values.isEmpty else { continue }
            results[item] = try means.mean(of: values, item: item)
        }
        // Whether phosphorus is judged by the river or the lake table is a property of the section, never a guess.
        guard let kind = WaterBodyKind(rawValue: section.text("bodyKind")) else { return }
        let result = rule.classify(values: results.mapValues(\.value), kind: kind)
        let indicators = try rule.mainIndicators(of: result, kind: kind)
        for item in judged {
            guard let mean = results[item] else { continue }
            let rank = indicators.firstIndex { $0.item == item }
            try connection.execute(
                """
                INSERT INTO water_month
                (month, section, item, mean, assessed, count, class, indicator_rank, multiple, rule) VALUES
                (\(key), \(section.id), \(item.rawValue), \(mean.exact?.description), \(mean.value.description),
                \(mean.count), \(result.itemClass(item).map { Int64($0.rawValue) }), \(rank.map { Int64($0 + 1) }),
                \(rank.flatMap { indicators[$0].multiple?.description }), \(means.id))
                """)
        }
        let target = WaterTarget.waterClass(section.text("targetClass"))
        let met = result.waterClass.flatMap { found in target.map { found <= $0 ? Int64(1) : 0 } }
        try connection.execute(
            """
            INSERT INTO water_month_class (month, section, class, target, met, rule) VALUES
            (\(key), \(section.id), \(result.waterClass.map { Int64($0.rawValue) }),
            \(target.map { Int64($0.rawValue) }), \(met), \(rule.id))
            """)
    }
}
