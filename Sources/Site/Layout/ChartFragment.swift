/// A chart drawn by the server, and the data for drawing it again in the browser.
package struct ChartFragment: Sendable {
    /// Address part unique on the page, letters and digits only.
    package let id: String
    /// Complete `<svg>` element, inserted as it is: no style attributes, no script.
    package let svg: String
    /// Data for ECharts in the form written in `Assets/qingheng.js` (`ChartData`); inserted as it is, so every `<` in it
    /// must be written `\u003c`. Nil leaves the server's drawing.
    package let dataJSON: String?
    /// What the chart shows, with unit and period.
    package let caption: String
}
