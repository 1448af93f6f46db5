import Catalog
import Judging
import Law
import Standards

extension ViolationPage {
    /// - Throws: `SiteError` with `.unknownObject`; `CatalogError`.
    init(_ code: String, _ query: ViolationQuery, in context: PageContext) throws {
        let book = try ViolationBook(context.catalog)
        guard let violation = book.all.first(where: { $0.code == code }) else {
            throw SiteError(.unknownObject, subject: "违法行为", detail: code)
        }
        let decided = query.decided ?? context.today
        let end = query.end ?? min(decided, context.today)
        let start = query.start ?? end
        let (choice, held) = try Self.choice(violation, start, end, decided, query, in: context)
        let tables = try DiscretionBook(context.catalog)
        let current = tables.tables(for: code, on: decided)
        let ended = tables.all.filter { $0.violation == code && !$0.effective.contains(decided) }
        self.init(
            frame: PageFrame(violation.title, in: context, at: .law), code: code, title: violation.title,
            categoryText: "\(violation.category.word)　\(RuleWords.confidence(violation.confidence).text)",
            description: violation.description, note: violation.note, action: SiteURL.violation(code).path,
            dates: [
                DateField(name: "start", label: "行为开始日", value: "\(start)"),
                DateField(name: "end", label: "行为终了日（连续的填最后查见日）", value: "\(end)"),
                DateField(name: "decided", label: "决定日期", value: "\(decided)"),
            ],
            flags: [
                Flag(name: "refused", label: "已责令改正而拒不改正", isOn: query.hasRefused),
                Flag(name: "serious", label: "情节严重", isOn: query.isSerious),
            ],
            choice: choice, provisions: violation.provisions.map { Self.card($0, isChosen: held.contains($0)) },
            tables: current.map { TableForm($0, query, (start, end, decided), held.first) },
            noTableText: current.isEmpty
                ? DiscretionBook.statutoryOnly(.zero...(.zero), ended: ended).remarks.joined(separator: "；") : nil)
    }

    private static func choice(
        _ violation: Violation, _ start: CivilDate, _ end: CivilDate, _ decided: CivilDate, _ query: ViolationQuery,
        in context: PageContext
    ) throws -> (Choice, held: [Provision]) {
        do {
            let conduct = try Conduct(start: start, end: end)
            let limitation = try Limitation(
                conduct, hasCausedHarm: false, by: LegalPrinciples(context.catalog, on: decided))
            let limit = "追责期限至 \(limitation.lastDay)（\(limitation.years)年；造成污染或者破坏后果的更长；\(limitation.basis)）"
            switch try LawChoice(violation, conduct, decided: decided) {
            case .single(let provision):
                let text = Choice(
                    heading: "适用 \(provision.law)", lines: ["行为和决定都在其施行期间。处罚依据：\(provision.penalty)"],
                    needsReason: false, error: nil, limitationText: limit)
                return (text, [provision])
            case .compared(let earlier, let later):
                return (try compared(earlier, later, query, limit), [earlier, later])
            case .byPerson(let ofEnd, let ofStart):
                let lines = [
                    "行为开始时适用 \(ofStart.law)，终了时适用 \(ofEnd.law)：连续或者继续的行为以终了时的法律为起点，由法制审核决定并写明理由。"
                ]
                let text = Choice(
                    heading: "由法制审核决定", lines: lines, needsReason: true, error: nil, limitationText: limit)
                return (text, [ofEnd])
            }
        } catch let error as LawError {
            return (
                Choice(heading: "不能确定适用的法律", lines: [], needsReason: true, error: error.message, limitationText: nil),
                []
            )
        }
    }

    /// Both laws, by their first tiers; where those need an amount nobody has entered, the ranges are left to the reader.
    private static func compared(
        _ earlier: Provision, _ later: Provision, _ query: ViolationQuery, _ limit: String
    ) throws -> Choice {
        let lines: [String]
        var heading = "两法比较后由法制审核决定"
        if let old = earlier.tiers.first, let new = later.tiers.first, old.base == nil, new.base == nil {
            let pair = LighterLaw(
                earlier: try .init(earlier, old, hasRefused: query.hasRefused, isSerious: query.isSerious),
                later: try .init(later, new, hasRefused: query.hasRefused, isSerious: query.isSerious))
            if let lighter = pair.lighter {
                heading = "建议适用 \(lighter == .earlier ? earlier.law : later.law)"
            }
            lines = pair.reasons + ["按各自的第一档（\(old.when)；\(new.when)）比较，其他档次须另行比较。"]
        } else {
            lines = ["罚款按不同的基数计算，须分别算出后比较。"]
        }
        return Choice(
            heading: heading, lines: ["行为在 \(earlier.law) 施行期间终了，决定在 \(later.law) 施行之后：从旧兼从轻。"] + lines,
            needsReason: true, error: nil, limitationText: limit)
    }

    private static func card(_ provision: Provision, isChosen: Bool) -> ProvisionCard {
        func fact(_ label: String, _ value: String?) -> LabelledText? {
            value.map { LabelledText(label: label, value: $0, href: nil) }
        }
        let correction: String? = provision.correction.map { $0 == .concurrent ? "同时责令改正" : "先责令改正" }
        let facts = [
            fact("违反", provision.violated.joined(separator: "、")), fact("处罚依据", provision.penalty),
            fact("处罚机关", provision.authority), fact("责令改正", correction),
            fact("没收", provision.confiscatesGains ? "违法所得" : nil),
            fact("按日连续处罚", provision.dailyPenalty.map(LawWords.text)),
            fact("限制生产、停产整治", provision.productionLimit.map(LawWords.text)),
            fact("查封扣押", provision.seizure.map(LawWords.text)), fact("移送拘留", provision.detention.map(LawWords.text)),
            fact("涉嫌犯罪", provision.crime.map { ([$0.basis] + $0.screen).joined(separator: "；") }),
            fact("其他", provision.measures.isEmpty ? nil : provision.measures.joined(separator: "；")),
        ].compactMap(\.self)
        let people = provision.persons.map { LabelledText(label: $0.when, value: "\($0)", href: nil) }
        return ProvisionCard(
            law: provision.law, daysText: provision.effective.chinese, isChosen: isChosen, facts: facts,
            tiers: provision.tiers.map { LabelledText(label: $0.when, value: "\($0)", href: nil) } + people,
            notes: provision.notes + provision.bans, isUnverified: !provision.isVerified)
    }
}
