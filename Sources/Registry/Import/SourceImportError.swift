/// Why a file of sources was not taken in at all.
package struct SourceImportError: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        /// The file has no row below its head.
        case empty
        /// No row of the file's beginning names the column that every source has; `detail` is its title.
        case noHead
        /// A column stands twice; `detail` names it.
        case doubledColumn
        /// Cells are merged; `detail` is the first range.
        case mergedCells
        /// The file is larger than `detail` MiB.
        case fileTooLarge
        /// The file has more than `detail` rows.
        case tooManyRows
        /// Rows were refused and nobody asked for the rest; `detail` is their number.
        case rowsRefused
        /// The file says nothing new.
        case nothingNew
        /// The register changed since the file was looked through.
        case changedMeanwhile
        /// No such kind; `detail` is what was asked for.
        case unknownKind
    }

    package let code: Code
    package let detail: String

    package init(_ code: Code, detail: String = "") {
        self.code = code
        self.detail = detail
    }

    /// What is wrong and how to mend it.
    package var message: String {
        switch code {
        case .empty: "文件没有数据行"
        case .noHead: "前 10 行中没有找到含“\(detail)”的表头。请下载模板，或把该列的列名改成模板中的写法"
        case .doubledColumn: "列“\(detail)”出现了两次，请只保留一列"
        case .mergedCells: "工作表有合并单元格（\(detail)）。请取消合并并补全每一行"
        case .fileTooLarge: "文件超过 \(detail) MB，请拆成几个文件"
        case .tooManyRows: "文件超过 \(detail) 行，请拆成几个文件"
        case .rowsRefused: "有 \(detail) 行不能导入，全部没有导入。请按标注改正，或选择“只导入可用的行”（命令行加 --skip-refused）"
        case .nothingNew: "文件内容与现有档案一致，没有可记入的变化，未作任何改动"
        case .changedMeanwhile: "预览之后档案又有改动，没有导入。请看过新的预览再确认"
        case .unknownKind: "没有种类“\(detail)”"
        }
    }
}
