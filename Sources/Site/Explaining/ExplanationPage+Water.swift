import Judging
import Monitoring
import Records
import Registry
import Standards

extension ExplanationPage {
    /// How a class is found, without numbers.
    static let waterMethod = "各项目分别与限值比较得单项类别，断面类别取其中最差者（单因子评价法）"

    /// The class of a section in a month.
    ///
    /// - Throws: `SiteError` with `.unknownObject` when there is no such section or nothing to judge.
    init(section id: String, month: CivilDate, in context: PageContext) throws {
        let section = try context.object(id, .section, called: "断面")
        let card = try ExplanationCard(section: section, month: month, in: context)
        let page = SiteURL.section(id, month: month)
        self.init(
            frame: PageFrame(
                "\(month.chineseMonth)类别怎样评出", in: context, at: .water,
                path: [Breadcrumb(label: section.name, href: page.path)], state: card.state.review), card: card,
            past: PastNote(in: context, "值", present: .explanation(ofSection: id, month: month)))
    }

    /// The class of one sample of a section.
    ///
    /// - Throws: `SiteError` with `.unknownObject` when there is no such section or sample.
    init(section id: String, sampleAt start: Instant, in context: PageContext) throws {
        let section = try context.object(id, .section, called: "断面")
        let card = try ExplanationCard(section: section, sampleAt: start, in: context)
        let page = SiteURL.section(id, month: start.beijingDate.firstOfMonth)
        self.init(
            frame: PageFrame(
                "\(start.minuteText) 实时类别怎样评出", in: context, at: .water,
                path: [Breadcrumb(label: section.name, href: page.path)], state: card.state.review), card: card,
            past: PastNote(in: context, "值", present: .explanation(ofSection: id, sampleAt: start)))
    }
}

extension ExplanationCard {
    fileprivate init(section: RegisteredObject, month: CivilDate, in context: PageContext) throws {
        let rules = try WaterExplanationRules(context.catalog, on: month)
        let means =
            try rules.means.map {
                try WaterSampleStore.means(
                    of: section.id, month: month, by: $0, judgedBy: rules.rule,
                    automaticFirst: try ManualRules.automaticFirst(context.catalog, on: month), in: context.connection)
            } ?? [:]
        guard !means.isEmpty else {
            throw SiteError(.unknownObject, subject: "水质类别", detail: "\(section.name) \(month.chineseMonth)没有可评价的监测值")
        }
        let explained = WaterClassExplanation(
            "月水质类别", means: means, missing: WaterSampleStore.judgedItems.filter { means[$0] == nil },
            kind: try Self.kind(of: section), target: WaterTarget.waterClass(section.text("targetClass")), by: rules)
        var evidence: [String: SiteURL] = [:]
        for item in means.keys {
            evidence[rules.rule.standard.name(of: item)] = SiteURL.evidence(
                InputID.waterItem(section.id, item, month)
            ).asOf(context.asOf)
        }
        self.init(
            explained.explanation, about: "\(section.name) \(month.chineseMonth)",
            tone: explained.result.waterClass?.tone,
            method: ExplanationPage.waterMethod, evidence: evidence,
            state: try DataState(water: month, sections: [section], in: context),
            links: [
                TextLink(label: "断面逐月评价", href: SiteURL.section(section.id, month: month).path),
                TextLink(
                    label: "溯源",
                    href: SiteURL.evidence(InputID("water-class", [section.id, month.monthText]))
                        .asOf(context.asOf).path),
            ])
    }

    fileprivate init(section: RegisteredObject, sampleAt start: Instant, in context: PageContext) throws {
        guard let sample = try WaterSampleStore.sample(of: section.id, at: start, in: context.connection) else {
            throw SiteError(.unknownObject, subject: "水质样品", detail: "\(section.name) \(start.minuteText)")
        }
        let rules = try WaterExplanationRules(context.catalog, on: start.beijingDate)
        let explained = WaterClassExplanation(
            sample: sample.measurements, missing: sample.missingItems, kind: try Self.kind(of: section),
            target: WaterTarget.waterClass(section.text("targetClass")), by: rules)
        var evidence: [String: SiteURL] = [:]
        for (item, reading) in sample.readings {
            evidence[rules.rule.standard.name(of: item)] = SiteURL.evidence(reading.origin.evidence).asOf(context.asOf)
        }
        let month = start.beijingDate.firstOfMonth
        self.init(
            explained.explanation, about: "\(section.name) \(start.minuteText) 起 4 小时",
            tone: explained.result.waterClass?.tone, method: ExplanationPage.waterMethod, evidence: evidence,
            state: try DataState(water: month, sections: [section], in: context),
            links: [TextLink(label: "断面逐月评价", href: SiteURL.section(section.id, month: month).path)])
    }

    /// Whether phosphorus is judged by the river or the lake table is a property of the section, never a guess.
    private static func kind(of section: RegisteredObject) throws -> WaterBodyKind {
        guard let kind = WaterBodyKind(rawValue: section.text("bodyKind")) else {
            throw SiteError(.unknownObject, subject: "水质类别", detail: "\(section.name)没有登记水体类型（河流或湖库）")
        }
        return kind
    }
}
