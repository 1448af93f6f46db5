/// Numbers one behind the other: 9.5%、2.6%和40.0%.
struct NumberRow {
    private static let joints: Set<String> = ["、", "和", "及", "与", "以及"]

    /// The row that begins with a number of a line, one number at least.
    static func starting(at first: Int, of numbers: [NumberToken], in line: ExaminedLine) -> [NumberToken] {
        var row = [numbers[first]]
        for token in numbers[(first + 1)...] {
            guard let last = row.last else { break }
            let joint = line.text.text(last.range.upperBound..<token.digits.lowerBound)
            guard joints.contains(joint) else { break }
            row.append(token)
        }
        return row
    }
}
