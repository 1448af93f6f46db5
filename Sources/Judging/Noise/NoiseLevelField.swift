import Standards

/// A field with a sound level in dB.
enum NoiseLevelField {
    /// Reads a level; nil for an empty field, which is missing.
    ///
    /// - Returns: the level, or why it is none.
    static func read(_ text: String, column: String) -> Result<ExactDecimal?, Refusal> {
        if text.isEmpty { return .success(nil) }
        guard let level = ExactDecimal(text) else {
            return .failure(Refusal(RowFault.notANumber(column: column, text: text, hint: "缺测请留空").message))
        }
        // Beyond 17 decimals no instrument measures and no mean is formed.
        guard EnergyMean.range.contains(level), level.scale < ExactDecimal.maximumScale else {
            return .failure(Refusal(NoiseRowFault.impossibleLevel(column: column, text: text).message))
        }
        return .success(level)
    }

    /// Why a field was refused.
    struct Refusal: Error {
        let reason: String

        init(_ reason: String) { self.reason = reason }
    }
}
