/// One page of a long list.
struct PageNumbers {
    /// The elements on this page.
    let range: Range<Int>
    /// The links; nil where the list has one page.
    let pager: Pager?

    /// - Parameters:
    ///   - page: from 1; beyond the last page the last one is shown.
    ///   - address: the address of a page.
    init(_ page: Int, of count: Int, length: Int, address: (Int) -> String) {
        let last = max(1, (count + length - 1) / length)
        let page = min(max(1, page), last)
        range = (page - 1) * length..<min(page * length, count)
        pager =
            last == 1
            ? nil
            : Pager(
                summary: "第 \(range.lowerBound + 1)—\(range.upperBound) 项，共 \(count) 项",
                previousHref: page > 1 ? address(page - 1) : nil, nextHref: page < last ? address(page + 1) : nil)
    }
}
