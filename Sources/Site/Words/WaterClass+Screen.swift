import Standards

extension WaterClass {
    /// `w1` … `w6`: the look of a class.
    var tone: String { "w\(rawValue)" }

    /// Ⅰ … 劣Ⅴ.
    var roman: String { ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ"][rawValue - 1] }
}
