package import Standards

extension RuleKind where Rule == AirReferenceState {
    /// GB 3095: temperature and pressure at which concentrations are stated.
    package static var airReference: RuleKind<AirReferenceState> {
        RuleKind("air_reference", "环境空气质量标准参比状态") { (content, header, reader) throws(StandardsError) in
            let content = reader.mapping(content.node, keys: ["gases", "particles"])
            let isActual = content.optional("particles")?.scalar == "actual"
            return AirReferenceState(
                id: header.id, title: header.title, gases: try AirReferenceState.state(content, "gases"),
                particles: isActual ? nil : try AirReferenceState.state(content, "particles"))
        }
    }
}

extension AirReferenceState {
    fileprivate static func state(_ content: RuleMapping, _ key: String) throws(StandardsError) -> State {
        let state = content.mapping(key, keys: ["kelvin", "hectopascal"])
        return try State(temperature: state.decimal("kelvin"), pressure: state.decimal("hectopascal"))
    }
}
