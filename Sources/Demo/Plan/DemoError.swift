/// What can go wrong with the demo's own files. Facts only; `description` puts them into Chinese.
package struct DemoError: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        /// A file of the district is not beside the program.
        case fileMissing
        /// A file of the district cannot be read.
        case fileUnreadable
        /// A place, device or outlet of the plan contradicts another.
        case planInconsistent
    }

    package let code: Code
    /// The file, or the id of the entry in the plan.
    package let name: String
    package let detail: String

    init(_ code: Code, name: String, detail: String) {
        self.code = code
        self.name = name
        self.detail = detail
    }
}

extension DemoError: CustomStringConvertible {
    package var description: String {
        switch code {
        case .fileMissing:
            "演示数据文件 \(name) 未找到，已查找：\(detail)。请将 *_Demo.resources 文件夹与程序一并复制。"
        case .fileUnreadable:
            "演示数据文件 \(name) 无法读取：\(detail)。请恢复程序自带的原文件。"
        case .planInconsistent:
            "演示方案中 \(name) 前后矛盾：\(detail)。请恢复程序自带的 district.json。"
        }
    }
}
