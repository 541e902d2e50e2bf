/* SPDX-License-Identifier: Apache-2.0 */
/* The same from C++: the headers are C++ too. */
#include <summitry/summitry.h>

#include <iostream>
#include <string>

int main(int argc, char **argv)
{
    const SmyModelInfo *mean = smy_model_find("mean");
    std::cout << (mean ? mean->title : "") << "\n";
    return argc == 2 && argv[1] != std::string() && mean ? 0 : 1;
}
