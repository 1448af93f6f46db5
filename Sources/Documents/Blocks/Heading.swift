/// A heading (GB/T 9704-2012, 7.3.3: first level 黑体, second 楷体, third and fourth 仿宋).
package struct Heading: Hashable, Sendable {
    /// 1 to 4; values outside are taken as the nearest.
    package var level: Int
    package var runs: [Run]
    /// A name links can point to.
    package var anchor: String?
    /// Whether 一、 （一） 1. （1） is set before the text; `false` when the text has its number already.
    package var isNumbered: Bool

    package init(_ level: Int, _ runs: [Run], anchor: String? = nil, isNumbered: Bool) {
        self.level = min(max(level, 1), 4)
        self.runs = runs
        self.anchor = anchor
        self.isNumbered = isNumbered
    }
}
