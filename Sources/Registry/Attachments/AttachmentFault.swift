/// Why a file was not attached.
package struct AttachmentFault: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        case empty, tooLarge
        /// Files with such an ending are not taken.
        case notAllowed
        /// The bytes are not what the ending says.
        case otherContent
    }

    package let code: Code
    /// The file's name.
    package let name: String

    init(_ code: Code, _ name: String) {
        self.code = code
        self.name = name
    }

    /// What is wrong and how to mend it.
    package var message: String {
        switch code {
        case .empty: "“\(name)”是空文件，没有附上。"
        case .tooLarge: "“\(name)”超过 \(AttachmentForm.greatestBytes >> 20) MB，没有附上。请压缩或拆分后再传。"
        case .notAllowed: "“\(name)”的类型不收，没有附上。可以附 \(AttachmentForm.allowedText)。"
        case .otherContent: "“\(name)”的内容与扩展名不符，或含宏，没有附上。请另存为相应格式后再传。"
        }
    }
}
