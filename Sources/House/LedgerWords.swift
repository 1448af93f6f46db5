import Ledger

extension LedgerError {
    /// What is wrong and how to mend it.
    package var message: String {
        switch code {
        case .integerOutOfRange: "整数 \(detail) 超出 ±(2^53 − 1)，应写成字符串"
        case .nestedTooDeep: "数组和对象嵌套超过 \(CanonicalValue.greatestDepth) 层"
        case .notCanonical: "不是规范形式的 JSON（位置 \(detail)），见 Docs/formats/record.md"
        case .malformedRecord: "记录的“\(detail)”缺失、类型不符或不应存在"
        case .suiteUnavailable: "本机的密码库没有所需算法（\(detail)）。国密算法需要 OpenSSL 3"
        case .malformedFrontier: "台账树的状态已损坏（\(detail)）。请运行 qingheng verify 查明"
        case .outsideTree: "台账没有这么多条记录（\(detail)）"
        case .missingSubtree: "台账树缺少节点（\(detail)）。请运行 qingheng verify 查明"
        case .malformedProof: "证明的“\(detail)”缺失、类型不符或不应存在"
        case .wrongProofLength: "证明的长度不对（\(detail) 个哈希）"
        case .rootMismatch: "证明得出的根与所称的不同：\(detail)"
        case .malformedKeyName: "密钥名称“\(detail)”不能为空，不能含空白、加号和控制字符"
        case .malformedKey: "密钥“\(detail)”的写法不对，应为一行 名称+编号+base64（私钥前加 PRIVATE+KEY+）"
        case .keyIDMismatch: "密钥“\(detail)”的编号与内容不符，可能抄错"
        case .unknownSignatureType: "密钥“\(detail)”的签名类型不支持"
        case .malformedNote: "不是签名的检查点（\(detail)），见 Docs/formats/checkpoint.md"
        case .noteTooLarge: "检查点过大或签名过多（\(detail)）"
        case .malformedCheckpoint: "检查点第 \(detail) 行不成立，或与本台账的内容不同"
        case .wrongOrigin: "检查点属于另一本台账：\(detail)"
        case .unsigned: "检查点没有密钥 \(detail) 的签名"
        case .badSignature: "密钥 \(detail) 的签名不成立，检查点可能被改动"
        }
    }
}
