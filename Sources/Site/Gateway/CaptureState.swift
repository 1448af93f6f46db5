import Gateway
import Standards

/// 接管: whether unregistered devices are answered, as the screen shows and switches it.
package struct CaptureState: Sendable {
    /// Whether it is on now, by the switch or by the way the service was started.
    package let isOn: Bool
    /// Whether the switch can end it: not when the service was started with it.
    package let isForced: Bool
    /// Since when, by whom, why, until when; empty when nobody ever said anything.
    package let text: String
    /// What the last attempt to switch lacked; nil for nothing.
    package let error: String?
    /// What was typed.
    package let reasonTyped: String
    package let daysTyped: String
    package let greatestDays: String
    /// The word that the form must send back.
    package let token: String

    init(_ attempt: CaptureAttempt?, in context: PageContext) throws {
        let last = try CaptureSwitch.last(in: context.connection)
        isForced = context.services.gatewayTally?.isCaptureForced ?? false
        let isSwitchedOn = last.isOn(atMilliseconds: context.now.secondsSince1970 * 1_000)
        isOn = isForced || isSwitchedOn
        if isForced {
            text = "服务以 --capture-unknown 启动，未登记的设备一律应答，直到服务停止"
        } else if last.sequence == 0 {
            text = "从未开启过"
        } else {
            let since = Instant(milliseconds: last.sinceMilliseconds).minuteText
            let until = last.until.map { isSwitchedOn ? "，到 \($0.minuteText) 自动关闭" : "，已于 \($0.minuteText) 自动关闭" }
            text = "\(since) \(last.until == nil ? "关闭" : "开启")\(until ?? "")，理由：\(last.reason)（台账第 \(last.sequence) 条）"
        }
        error = attempt?.error
        reasonTyped = attempt?.reason ?? ""
        daysTyped = attempt?.days ?? "7"
        greatestDays = String(GatewayActions.greatestCaptureDays)
        token = context.services.formToken.text
    }
}
