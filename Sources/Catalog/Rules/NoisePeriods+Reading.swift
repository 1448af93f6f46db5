package import Standards

extension RuleKind where Rule == NoisePeriods {
    /// Day and night of a place.
    package static var noisePeriods: RuleKind<NoisePeriods> {
        RuleKind("noise_periods", "昼间、夜间的划分", standing: .beside) {
            (content, header, reader) throws(StandardsError) in
            let content = reader.mapping(content.node, keys: ["night_from"])
            return try NoisePeriods(
                id: header.id, title: header.title, nightFrom: content.integer("night_from", in: 0...23))
        }
    }
}
