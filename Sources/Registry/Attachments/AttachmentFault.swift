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

    /// The most bytes that such a file may have.
    package let greatest: Int
    /// What may be taken in there, in words.
    package let allowed: String

    init(_ code: Code, _ name: String, greatest: Int, allowed: String) {
        self.code = code
        self.name = name
        self.greatest = greatest
        self.allowed = allowed
    }

    /// What is wrong and how to mend it.
    package var message: String {
        switch code {
        case .empty: "“\(name)”是空文件，没有附上。"
        case .tooLarge: "“\(name)”超过 \(greatest >> 20) MB，没有附上。请压缩或拆分后再传。"
        case .notAllowed: "“\(name)”的类型不收，没有附上。可以附 \(allowed)。"
        case .otherContent: "“\(name)”的内容与扩展名不符，或含宏，没有附上。请另存为相应格式后再传。"
        }
    }
}
