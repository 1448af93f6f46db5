/// 公开属性 (政府信息公开条例, 公文办理).
package enum PublicAccess: String, CaseIterable, Sendable {
    case open = "主动公开"
    case onRequest = "依申请公开"
    case closed = "不予公开"
}
