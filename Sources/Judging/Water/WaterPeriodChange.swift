import Documents
import Standards

/// How a section or river changed against an earlier period, both judged by the rules of the later one.
struct WaterPeriodChange {
    /// Columns of a section, before `standard`.
    static let sectionColumns = ["before", "before_class", "change"]
    /// Columns of a river, before `standard`.
    static let riverColumns = ["before", "before_grade", "good_change", "inferior_change", "change"]

    private let fields: [String]
    /// What must be known beside it.
    let notes: [String]

    /// The change of a section, by grade.
    init(
        _ section: WaterPeriodSection.Verdict, since earlier: WaterPeriodSection.Verdict?, before: String,
        _ rules: WaterPeriodRules
    ) {
        guard let from = earlier?.result.waterClass, let to = section.result.waterClass else {
            fields = [before, "", ""]
            notes = section.result.waterClass == nil ? [] : ["\(before) 没有可比的类别"]
            return
        }
        let change = WaterGradingRule.change(fromRank: Self.rank(of: from, rules), toRank: Self.rank(of: to, rules))
        fields = [before, WaterClassTable.classNames[from.rawValue - 1], change.chinese]
        notes =
            Set(earlier?.result.items.map(\.item) ?? []) == Set(section.result.items.map(\.item))
            ? [] : ["两期参评项目不一致"]
    }

    /// The change of a river: of its shares where both periods are graded by them, else by grade.
    init(
        _ river: WaterPeriodRiver.Verdict, since earlier: WaterPeriodRiver.Verdict?, before: String,
        _ rules: WaterPeriodRules
    ) {
        guard let earlier, let from = earlier.proportions, let fromGrade = earlier.gradeName,
            let to = river.proportions,
            let toGrade = river.gradeName
        else {
            fields = [before, "", "", "", ""]
            notes = river.proportions == nil ? [] : ["\(before) 没有可比的评价"]
            return
        }
        let shares = rules.grading.change(from: from, to: to)
        let names = rules.grading.rows.map(\.grade.name)
        var change = shares.change
        if river.basis == .means || earlier.basis == .means {
            change = WaterGradingRule.change(
                fromRank: names.firstIndex(of: fromGrade) ?? 0, toRank: names.firstIndex(of: toGrade) ?? 0)
        }
        fields = [before, fromGrade, Self.points(shares.good), Self.points(shares.inferior), change.chinese]
        func judged(_ verdict: WaterPeriodRiver.Verdict) -> Set<String> {
            Set(verdict.sections.filter { $0.verdict.result.waterClass != nil }.map(\.section.name))
        }
        notes = judged(earlier) == judged(river) ? [] : ["两期断面不一致"]
    }

    /// Writes the fields of the columns.
    func write(into writer: inout CSVWriter) { for field in fields { writer.field(field) } }

    /// Percentage points with one decimal.
    private static func points(_ change: Rational) -> String {
        (try? change.rounded(decimals: 1)).map { "\($0)" } ?? ""
    }

    /// The place of the grade of a class among the different grades, best first.
    private static func rank(of waterClass: WaterClass, _ rules: WaterPeriodRules) -> Int {
        let names = WaterClass.allCases.map { rules.rule.method.grade(of: $0).name }
        return Set(names.prefix(waterClass.rawValue)).count
    }
}

extension WaterChange {
    /// 无明显变化 … 明显变差.
    var chinese: String {
        switch self {
        case .none: "无明显变化"
        case .better: "有所好转"
        case .muchBetter: "明显好转"
        case .worse: "有所变差"
        case .muchWorse: "明显变差"
        }
    }
}
