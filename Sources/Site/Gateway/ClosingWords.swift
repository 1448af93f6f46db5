import Gateway

/// Why the gateway closed a connection, in words.
enum ClosingWords {
    static func text(_ reason: ConnectionClosing) -> String {
        switch reason {
        case .notHJ212: "不是 HJ 212 报文"
        case .silent: "连接后没有有效报文"
        case .idle: "长时间没有有效报文"
        case .slowReader: "不取应答"
        case .quota: "未登记设备占满配额"
        case .damaged: "坏报文过多"
        case .evicted: "连接已满，让位给新连接"
        case .refused: "连接已满，未接受"
        case .ended: "对方结束"
        case .stopping: "服务停止"
        }
    }
}
