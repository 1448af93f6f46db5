/// 审核矩阵: a day of values, one row a station or an item, one cell an hour, decided by keyboard. A form as it stands; a script
/// adds keys.
package struct ReviewMatrixPage: Sendable {
    package let frame: PageFrame
    /// What is shown, e.g. PM₂.₅ × 各站.
    package let viewText: String
    package let dayText: String
    package let dayISO: String
    package let dayAction: String
    package let previousDay: TextLink?
    package let nextDay: TextLink?
    /// The items to switch to, and all items of a station.
    package let views: [View]
    /// Where decisions are posted.
    package let action: String
    package let hidden: [ReviewForm.Hidden]
    package let hours: [String]
    package let rows: [Row]
    /// Why there are none.
    package let emptyReason: String
    package let reasons: [Reason]
    package let note: String
    package let citation: String
    /// Nil asks for the name in the form.
    package let reviewerName: String?
    package let reviewerTyped: String
    /// Why the last decision or step was refused; nil at first.
    package let error: String?
    /// Whether the visitor may decide at all.
    package let mayReview: Bool
    package let queue: [Waiting]
    /// Silence and hints at the instrument: nothing to decide about a value, something to look into.
    package let instruments: [Waiting]
    /// Address of the chart beside the matrix; the script adds day, station and item.
    package let chartAction: String
    package let stepsAction: String
    package let steps: [Step]
    package let stepButtons: [StepButton]
    package let mayUnlock: Bool
    package let sheetHref: String
    package let superiorHref: String

    package struct View: Sendable {
        package let label: String
        package let href: String
        package let isCurrent: Bool
    }

    package struct Row: Sendable {
        package let label: String
        /// The same values the other way round: the station's items, or the item's stations.
        package let href: String
        package let unit: String
        package let cells: [Cell]
    }

    package struct Cell: Sendable {
        /// The value of its check box; nil where nothing can be decided.
        package let name: String?
        /// Its place, for the script.
        package let place: String
        package let text: String
        /// 初, 复 or 上; nil for 原始.
        package let state: String?
        /// ?, ✓, 疑, × or 手; nil for none.
        package let sign: String?
        package let className: String
        /// All of it in words.
        package let label: String
        package let isChosen: Bool
        package let isAt: Bool
    }

    package struct Reason: Sendable {
        package let digit: String
        package let code: String
        package let title: String
        /// What else it asks for; nil for nothing.
        package let asks: String?
        package let isChosen: Bool
    }

    package struct Waiting: Sendable {
        package let title: String
        package let detail: String
        /// What is published now and would be without the value; of an instrument what to do.
        package let effect: String
        package let href: String
    }

    /// How far a station's day has come.
    package struct Step: Sendable {
        package let id: String
        package let station: String
        /// E.g. 原始 3、初审 141.
        package let statesText: String
        package let reviewedText: String
        package let signedText: String
        package let lockedText: String
        /// Whether it is chosen at first: what is open for who reviews, what is locked for who only opens again.
        package let isChosen: Bool
        /// What is missing and why, e.g. 缺 6：断网 4、剔除 2; 齐全 for nothing.
        package let gapsText: String
    }

    package struct StepButton: Sendable {
        package let step: String
        package let label: String
    }
}
