/// How much of what a claim rests on a bundle shows.
package enum BundleGrade: String, CaseIterable, Sendable {
    /// The claim and the hashes of its inputs: for everybody.
    case open = "public"
    /// All of it, down to raw packets and rows of files: for those who may see them.
    case full = "internal"

    /// The word on screens.
    package var word: String { self == .open ? "公开" : "内部" }

    /// What a bundle of the grade shows, in sentences for its reader.
    package var shows: [String] {
        var shows = [
            "该数字在所列检查点签名之前已封存在台账中，此后未被改动",
            "该数字与所列定义、参数、时段、截至记录、输入的数目和默克尔根绑定",
        ]
        if self == .full {
            shows += ["由所列输入按所列算法可重新算出该数字", "所列输入逐级来自台账所记的报文、导入行或记录，收到后未被改动"]
        }
        return shows
    }

    /// What it cannot show.
    package var doesNotShow: [String] {
        var hides = ["监测设备是否测得准确", "是否有应当收到而未收到的数据（列出应有数和实有数，缺口可见）"]
        if self == .open { hides += ["输入的数值和由输入到结果的计算（公开证明包只含输入的哈希）"] }
        return hides
    }
}
