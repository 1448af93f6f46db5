"""A made-up register of a large city: names, codes and addresses in the form in which permit lists bring them."""

import random

HEAD = ["企业名称", "统一社会信用代码", "许可证编号", "管理类别", "行业类别", "所在城市", "街镇", "注册地址", "生产地址", "生产状态", "经度",
        "纬度", "坐标系"]
TOWNS = 200
CITIES = ["滨河市", "临山市", "望海市", "青原市", "东平市", "长岭市"]
CLASSES = ["重点管理", "简化管理", "登记管理", "登记管理", "登记管理"]
INDUSTRIES = ["污水处理及其再生利用", "化学药品原料药制造", "金属表面处理及热处理加工", "汽车零部件及配件制造", "包装装潢及其他印刷",
              "塑料零件及其他塑料制品制造", "热力生产和供应", "牲畜屠宰", "水泥制品制造", "家具制造"]
STATES = ["在产", "在产", "在产", "停产", "关闭", "在建"]
FIRST = "华瑞金宏鑫盛泰和兴达永恒丰润博远天诚信嘉康德润泽景明益源"
KINDS = ["环保科技", "机械制造", "精密铸造", "化工", "印刷包装", "食品", "建材", "涂装", "电子材料", "再生资源"]
ENDS = ["有限公司", "有限公司", "有限责任公司", "股份有限公司", "有限公司分公司", "厂"]
_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = [pow(3, place, 31) for place in range(17)]


def credit_code(chance):
    """A code whose check sign is right (GB 32100-2015), of one of twenty divisions."""
    body = "91" + f"1201{chance.randrange(20):02d}" + "".join(chance.choice(_SIGNS) for _ in range(9))
    total = sum(_SIGNS.index(sign) * weight for sign, weight in zip(body, _WEIGHTS))
    return body + _SIGNS[-total % 31]


def towns():
    """Rows of 200 towns with their codes, head first."""
    return [["街镇名称", "行政区划代码", "类型"]] + [
        [f"{FIRST[number % len(FIRST)]}{FIRST[number * 7 % len(FIRST)]}{number}镇",
         f"1201{number % 20 + 1:02d}{number + 100:03d}", "镇"] for number in range(TOWNS)]


def enterprises(count, seed):
    """Rows of so many enterprises, head first."""
    chance, names = random.Random(seed), [row[0] for row in towns()[1:]]
    yield HEAD
    for number in range(count):
        city, town, code = chance.choice(CITIES), chance.choice(names), credit_code(chance)
        name = (city[:2] + "".join(chance.choice(FIRST) for _ in range(2)) + chance.choice(KINDS)
                + chance.choice(ENDS))
        address = f"{city}{town}{chance.choice(FIRST)}{chance.choice(FIRST)}路{chance.randrange(1, 999)}号"
        has_permit = chance.random() < 0.6
        yield [f"{name}{number}", code, f"{code}{chance.randrange(1, 4):03d}{chance.choice('PQRVWXYZ')}"
               if has_permit else "", chance.choice(CLASSES), chance.choice(INDUSTRIES), city, town, address, address,
               chance.choice(STATES), f"{chance.uniform(116.7, 118.1):.6f}", f"{chance.uniform(38.6, 40.2):.6f}",
               "WGS84"]
