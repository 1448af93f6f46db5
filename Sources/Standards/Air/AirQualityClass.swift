/// The functional area class of GB 3095 (环境空气功能区).
public enum AirQualityClass: Int, CaseIterable, Hashable, Sendable, Codable {
    /// 一类区: national parks, nature reserves and the like.
    case one = 1
    /// 二类区: everything else.
    case two = 2
}
