/// Writes metrics in Prometheus' text format, version 0.0.4: HELP and TYPE once a family, then its samples.
struct MetricsText {
    enum Kind: String {
        case counter, gauge, histogram
    }

    private(set) var text = ""

    /// Writes a family of one kind.
    ///
    /// - Parameters:
    ///   - name: with its unit at the end; of a counter with `_total`.
    ///   - help: one English sentence.
    ///   - samples: labels and value, each set of labels once.
    mutating func family(
        _ name: String, _ kind: Kind, _ help: String, _ samples: [(labels: [(String, String)], value: String)]
    ) {
        head(name, kind, help)
        for sample in samples { line(name, sample.labels, sample.value) }
    }

    /// Writes a family with one sample without labels; none when there is no value.
    mutating func single(_ name: String, _ kind: Kind, _ help: String, _ value: (some BinaryInteger)?) {
        if let value { family(name, kind, help, [([], String(value))]) }
    }

    /// Writes the head of a histogram, whose rows follow.
    mutating func histogram(_ name: String, _ help: String) { head(name, .histogram, help) }

    /// Writes one histogram of a family.
    ///
    /// - Parameters:
    ///   - bounds: upper bounds in milliseconds; the metric is in seconds.
    ///   - counts: by class, not summed up, one more than bounds.
    mutating func rows(
        of name: String, labels: [(String, String)] = [], bounds: [Int64], counts: [Int], sumMilliseconds: Int64
    ) {
        var sum = 0
        for (index, count) in counts.enumerated() {
            sum += count
            let bound = index < bounds.count ? Self.seconds(milliseconds: bounds[index]) : "+Inf"
            line(name + "_bucket", labels + [("le", bound)], String(sum))
        }
        line(name + "_sum", labels, Self.seconds(milliseconds: sumMilliseconds))
        line(name + "_count", labels, String(sum))
    }

    /// Milliseconds as decimal seconds, exactly: 2500 → 2.5.
    static func seconds(milliseconds: Int64) -> String {
        let sign = milliseconds < 0 ? "-" : ""
        let (whole, rest) = milliseconds.magnitude.quotientAndRemainder(dividingBy: 1_000)
        if rest == 0 { return "\(sign)\(whole)" }
        let digits = String(1_000 + rest).dropFirst()
        let tail = String(digits.reversed().drop { $0 == "0" }.reversed())
        return "\(sign)\(whole).\(tail)"
    }

    private mutating func head(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP \(name) \(Self.escaped(help, quote: false))\n# TYPE \(name) \(kind.rawValue)\n"
    }

    private mutating func line(_ name: String, _ labels: [(String, String)], _ value: String) {
        let pairs = labels.map { "\($0.0)=\"\(Self.escaped($0.1, quote: true))\"" }.joined(separator: ",")
        text += pairs.isEmpty ? "\(name) \(value)\n" : "\(name){\(pairs)} \(value)\n"
    }

    private static func escaped(_ text: String, quote: Bool) -> String {
        let plain = text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        return quote ? plain.replacing("\"", with: "\\\"") : plain
    }
}
