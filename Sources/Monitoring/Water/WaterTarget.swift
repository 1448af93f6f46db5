package import Standards

/// The target class of a section, as registered: `I` … `V`.
package enum WaterTarget {
    package static func waterClass(_ text: String) -> WaterClass? {
        switch text {
        case "I": .one
        case "II": .two
        case "III": .three
        case "IV": .four
        case "V": .five
        default: nil
        }
    }
}
