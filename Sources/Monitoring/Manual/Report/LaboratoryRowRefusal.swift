/// Why a row of a report was not taken in.
package struct LaboratoryRowRefusal: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        /// A cell that must be filled is empty; `text` names its column.
        case empty
        /// No bottle of this plan has the number.
        case unknownSample
        /// No item of the catalog has the name.
        case unknownItem
        /// The plan does not ask for the item at this point.
        case notPlanned
        /// The item is measured on the spot and stands on the sheet.
        case onSite
        /// The kind of row is none of those known.
        case unknownKind
        /// The bottle is of another kind than the row says.
        case otherKind
        /// The unit is not known for the item.
        case unknownUnit
        /// The result is no number.
        case notANumber
        /// Not detected, without a detection limit.
        case noLimit
        /// A number below the detection limit.
        case belowLimit
        /// The stated limit is another than that of `…L`.
        case otherLimit
        /// A value that cannot be.
        case impossible
        /// The same sample and item stand in the file already.
        case twice
        /// The same sample and item stand in another report.
        case reported
        /// The report is dated before the sample was taken.
        case early
    }

    /// The line of the table, its head being line 1.
    package let line: Int
    package let code: Code
    /// What stood there.
    package let text: String

    package init(line: Int, code: Code, text: String) {
        self.line = line
        self.code = code
        self.text = text
    }

    /// The reason in one sentence, with what to mend.
    package var message: String {
        switch code {
        case .empty: "“\(text)”列为空，请补齐"
        case .unknownSample: "样品编号 \(text) 不在本计划的采样记录中，请核对编号或先填写采样记录"
        case .unknownItem: "检测项目“\(text)”不在项目目录中，请改用目录中的名称"
        case .notPlanned: "计划没有要求该点位检测\(text)，请核对项目或调整计划"
        case .onSite: "\(text)为现场测定项目，以采样记录为准，请从报告数据表中去掉"
        case .unknownKind: "样品类型“\(text)”无法识别，应为样品、现场平行、全程序空白、室内平行或室内空白"
        case .otherKind: "样品编号与类型不符：\(text)"
        case .unknownUnit: "单位“\(text)”无法换算为该项目的单位，请核对"
        case .notANumber: "检测结果“\(text)”不是数值；低于检出限请写检出限加 L，如 0.025L"
        case .noLimit: "写了“\(text)”而没有检出限，请补检出限"
        case .belowLimit: "结果 \(text) 小于检出限，应写检出限加 L"
        case .otherLimit: "结果 \(text) 的检出限与检出限列不一致，请核对"
        case .impossible: "数值 \(text) 超出可能范围，请核对原始记录"
        case .twice: "\(text)在表中出现了两次，请只保留一行或注明室内平行"
        case .reported: "\(text)已有报告，更正须登记为更正报告"
        case .early: "报告日期早于样品 \(text) 的采样日期，请核对"
        }
    }
}
