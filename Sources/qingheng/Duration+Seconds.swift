extension Duration {
    /// The length in seconds, for printing rates.
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
