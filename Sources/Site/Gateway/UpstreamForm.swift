/// The form that adds or changes an upper platform. Works without script: every choice is a field.
///
/// It posts `id`, `name`, `host`, `port`, `scope` (`kinds` | `numbers`), `kind` and `command` once for each chosen,
/// `devices` and `numbers` line by line, `form`, `answering`, `reason`, `person`, and the token against forgery.
package struct UpstreamForm: Sendable {
    /// Something to choose.
    package struct Choice: Sendable {
        package let value: String
        package let label: String
        package let isChosen: Bool
    }

    package let action: String
    package let tokenValue: String
    /// Of one that is there already; nil asks for a new one.
    package let fixedID: String?
    package let id: String
    package let name: String
    package let host: String
    package let port: String
    /// How devices are chosen.
    package let scopes: [Choice]
    package let kinds: [Choice]
    /// Device numbers, one a line.
    package let devices: String
    /// 我方设备号=对方设备号, one a line.
    package let numbers: String
    package let commands: [Choice]
    package let forms: [Choice]
    package let answerings: [Choice]
    package let reason: String
    package let person: String
    /// 增加 or 保存修改.
    package let submitText: String
    /// Why the last attempt was refused and how to mend it; nil at first.
    package let error: String?
}
