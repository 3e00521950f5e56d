package dev.fermata.demo;

import dev.fermata.Generator;
import dev.fermata.Yields;
import dev.fermata.inspect.Inspect;
import java.util.stream.IntStream;

/**
 * The article's fifth program: generator functions and generators differ in the same way.
 *
 * <pre>
 *   def get_number():
 *       values = range(100)
 *       for i in values:
 *           if i % 2 == 0:
 *               yield i
 *
 *   nums_ = get_number()
 *   print(type(get_number))
 *   print(type(nums_))
 *   print(inspect.isgeneratorfunction(get_number))
 *   print(inspect.isgenerator(nums_))
 * </pre>
 */
public final class GetNumber {
    private GetNumber() {}

    @Yields
    static Generator<Integer> getNumber() {
        int[] values = IntStream.range(0, 100).toArray();
        for (int i : values) {
            if (i % 2 == 0) {
                Generator.yield(i);
            }
        }
        return Generator.end();
    }

    public static void main(String[] args) {
        Generator<Integer> nums = getNumber();
        System.out.println(Inspect.typeName(GetNumber::getNumber));
        System.out.println(Inspect.typeName(nums));
        System.out.println(Inspect.isGeneratorFunction(GetNumber::getNumber));
        System.out.println(Inspect.isGenerator(nums));

        int sum = 0;
        for (int number : nums) {
            sum += number;
        }
        System.out.println("the even numbers below 100 add up to " + sum);
    }
}
