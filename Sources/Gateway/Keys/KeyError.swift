/// What is wrong with the keys of devices. Nothing here ever holds a key.
package struct KeyError: Error, Hashable, Sendable {
    package enum Code: String, Sendable, CaseIterable {
        /// The file is not there, no file, or too long; `detail` is its path.
        case unreadable
        /// Others than its owner can read or write it; `detail` is its path.
        case open
        /// A line of another form; `detail` is the path and the number of the line.
        case faultyLine
        /// A second valid or a second waiting key of one id; `detail` is the path and the number of the line.
        case repeated
        /// It could not be written; `detail` is what the system says.
        case unwritable
        /// The service was started without a file.
        case noFile
        /// The device's binding names no key.
        case noID
        /// The file has no valid key under an id; `detail` is the id.
        case unknownID
        /// Keys by which packets were read before are not there; `detail` is their ids.
        case missing
    }

    package let code: Code
    package let detail: String

    init(_ code: Code, _ detail: String = "") {
        self.code = code
        self.detail = detail
    }

    /// What is wrong and how to mend it.
    package var message: String {
        switch code {
        case .unreadable: "无法读取密钥文件 \(detail)，请检查路径和权限"
        case .open: "密钥文件 \(detail) 可被他人读写，没有使用。请运行 chmod 600 收紧权限后再运行"
        case .faultyLine:
            "密钥文件 \(detail) 行不成立。每行应写成 密钥编号 密钥 [current|proposed|former]，密钥为 16 个字符或 32 位十六进制；以 # 开头的行是说明"
        case .repeated: "密钥文件 \(detail) 行：同一密钥编号只能有一个现用密钥（current）和一个待确认密钥（proposed），旧密钥请标 former"
        case .unwritable: "密钥文件写不进去（\(detail)），没有更换密钥。请检查磁盘空间和目录权限"
        case .noFile: "服务没有用 --keys 启动，没有密钥文件可用"
        case .noID: "设备登记没有写密钥编号。请先在设备登记中填写"
        case .unknownID: "密钥文件中没有编号为 \(detail) 的现用密钥"
        case .missing: "曾用来解密报文的密钥不在密钥文件中：\(detail)。没有它们，生成的数据表会缺少数据，没有执行。请用 --keys 指明包含这些编号的密钥文件"
        }
    }
}
