/// Chinese type sizes; the raw value is in half points, as Word counts.
package enum FontSize: Int, Hashable, Sendable {
    /// 一号, 26 pt
    case one = 52
    /// 小一, 24 pt
    case smallOne = 48
    /// 二号, 22 pt
    case two = 44
    /// 小二, 18 pt
    case smallTwo = 36
    /// 三号, 16 pt
    case three = 32
    /// 小三, 15 pt
    case smallThree = 30
    /// 四号, 14 pt
    case four = 28
    /// 小四, 12 pt
    case smallFour = 24
    /// 五号, 10.5 pt
    case five = 21
    /// 小五, 9 pt
    case smallFive = 18
    /// 六号, 7.5 pt
    case six = 15

    /// In half points.
    var halfPoints: Int { rawValue }
    /// In twentieths of a point, as Word counts distances.
    var twips: Int { rawValue * 10 }
}
